//! Who plays in the demo's stories: a firm's people, their vendor's, and what their customers need.

/// One firm's people and customers.
pub(super) struct Cast {
    pub tenant: &'static str,
    pub manager: &'static str,
    pub seller: Option<&'static str>,
    /// The one who owns most comes first.
    pub reps: &'static [&'static str],
    pub country: Option<&'static str>,
    pub needs: &'static [&'static str],
}

const LOGISTICS: &[&str] = &[
    "Dispatchers plan {n} lorries on paper and phone. They want one plan that every depot sees before the autumn season.",
    "Each of the {n} depots keeps its own spreadsheet of drivers; nobody knows which lorry is late until the customer calls.",
    "Delivery windows are missed twice a week at {n} sites. The new contract has penalties from spring on.",
    "Their own system cannot plan cold chains. {n} vehicles have sensors whose readings nobody looks at.",
    "After the merger two route planners run side by side for {n} depots; the board wants one of them gone by summer.",
];

const ROBOTS: &[&str] = &[
    "Two shifts pack {n} pallets an hour by hand; the plant cannot find people for the third shift.",
    "Parts arrive unsorted. They want bin picking for {n} part numbers, with a camera that copes with oil and glare.",
    "The press line stops {n} times a week because parts are set down askew. They have floor space for one cell.",
];

pub(super) const BLUEPEAK: Cast = Cast {
    tenant: "aurora",
    manager: "manager@aurora.example",
    seller: Some("seller@aurora.example"),
    reps: &["rep@bluepeak.example", "admin@bluepeak.example", "rep@bluepeak.example", "rep2@bluepeak.example"],
    country: None,
    needs: LOGISTICS,
};
pub(super) const KESTREL: Cast = Cast { reps: &["rep@kestrel.example", "rep2@kestrel.example"], ..BLUEPEAK };
pub(super) const VANTAGE: Cast = Cast {
    tenant: "halcyon",
    manager: "manager@halcyon.example",
    seller: None,
    reps: &["rep@vantage.example"],
    country: Some("US"),
    needs: ROBOTS,
};
