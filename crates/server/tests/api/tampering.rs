//! Somebody writes to the database beside the server: `portico check-chain` finds what they did.

use crate::portal::{Deal, Portal, Program, a_deal};
use portico::store::{Fault, check_chains};

/// Five deals in a row in one chain, with another tenant's in between.
async fn five(portal: &Portal) -> Vec<Deal> {
    let (mira, amir, grace) = (portal.rep("bluepeak"), portal.rep("kestrel"), portal.rep("vantage"));
    let mut deals = Vec::new();
    for index in 0..5 {
        deals.push(if index % 2 == 0 { mira.registers(a_deal()).await } else { amir.registers(a_deal()).await });
        grace.registers(a_deal().product("arm")).await;
    }
    deals
}

/// What is found in Aurora's chain; nothing must be in the other's.
async fn found(portal: &Portal) -> Vec<(String, Fault)> {
    let mut aurora = Vec::new();
    for chain in check_chains(&portal.database().url()).await.unwrap() {
        if chain.tenant == "aurora" {
            aurora = chain.breaks;
        } else {
            assert_eq!(chain.breaks, []);
        }
    }
    aurora
}

#[tokio::test]
async fn a_chain_that_nobody_touched_is_sound() {
    let portal = Portal::with_demo().await;
    let deals = five(&portal).await;
    portal.rep("bluepeak").withdraws(&deals[2]).await;
    assert_eq!(found(&portal).await, []);
}

#[tokio::test]
async fn a_registration_that_was_changed_is_found() {
    let portal = Portal::with_demo().await;
    let deals = five(&portal).await;
    let (id, number) = (&deals[1].id, deals[1].number());
    for change in
        ["registered_at = registered_at - 3600000", "organisation_id = 'bluepeak'", "fingerprint = 'x'", "salt = 'x'"]
    {
        let kept = portal.database().rows(&format!("SELECT * FROM registration WHERE deal_id = '{id}'")).await;
        portal.database().execute(&format!("UPDATE registration SET {change} WHERE deal_id = '{id}'")).await;
        let faults = found(&portal).await;
        assert_eq!(faults[0], (number.clone(), Fault::Changed), "{change}");
        assert!(faults.iter().all(|(of, _)| *of == number), "{change}: and nothing else is: {faults:?}");
        let kept = |name: &str| kept[0][name].to_string().replace('"', "'");
        let back =
            ["registered_at", "organisation_id", "fingerprint", "salt"].map(|name| format!("{name} = {}", kept(name)));
        portal.database().execute(&format!("UPDATE registration SET {} WHERE deal_id = '{id}'", back.join(", "))).await;
    }
    assert_eq!(found(&portal).await, []);
}

#[tokio::test]
async fn a_registration_that_was_removed_is_found() {
    let portal = Portal::with_demo().await;
    let deals = five(&portal).await;
    for (removed, next) in [(1, Some(2)), (4, None)] {
        let (removed, next): (&Deal, Option<&Deal>) = (&deals[removed], next.map(|next: usize| &deals[next]));
        portal.database().execute(&format!("DELETE FROM registration WHERE deal_id = '{}'", removed.id)).await;
        let faults = found(&portal).await;
        assert!(faults.contains(&(removed.number(), Fault::Missing)), "{faults:?}");
        if let Some(next) = next {
            assert!(faults.contains(&(next.number(), Fault::Removed)), "{faults:?}");
        }
    }
}

#[tokio::test]
async fn a_registration_that_was_removed_with_all_that_tells_of_its_deal_is_found() {
    let portal = Portal::with_demo().await;
    let deals = five(&portal).await;
    let id = &deals[1].id;
    let told = format!("DELETE FROM notification WHERE event_id IN (SELECT id FROM event WHERE deal_id = '{id}')");
    portal.database().execute(&told).await;
    for place in ["incentive WHERE deal_id", "registration WHERE deal_id", "event WHERE deal_id", "deal WHERE id"] {
        portal.database().execute(&format!("DELETE FROM {place} = '{id}'")).await;
    }
    // Those behind it move up, so that no place is empty.
    let behind =
        portal.database().rows("SELECT deal_id FROM registration WHERE tenant_id = 'aurora' ORDER BY position").await;
    for (index, entry) in behind.iter().enumerate() {
        let id = entry["deal_id"].as_str().unwrap();
        let moved = format!("UPDATE registration SET position = {} WHERE deal_id = '{id}'", index + 1);
        portal.database().execute(&moved).await;
    }
    assert_eq!(found(&portal).await, [(deals[2].number(), Fault::Removed)]);
}

#[tokio::test]
async fn registrations_that_changed_places_are_found() {
    let portal = Portal::with_demo().await;
    let deals = five(&portal).await;
    let swap = |deal: &Deal, by: i64| {
        format!("UPDATE registration SET position = position + {by} WHERE deal_id = '{}'", deal.id)
    };
    for step in [swap(&deals[1], 1_000), swap(&deals[2], -1), swap(&deals[1], -999)] {
        portal.database().execute(&step).await;
    }
    let expected = [&deals[2], &deals[1], &deals[3]].map(|deal| (deal.number(), Fault::Reordered));
    assert_eq!(found(&portal).await, expected);
}

#[tokio::test]
async fn a_receipt_that_was_signed_by_nobody_is_found() {
    let portal = Portal::with_demo().await;
    let deals = five(&portal).await;
    let of = |deal: &Deal| format!("WHERE deal_id = '{}'", deal.id);
    let jws = portal.database().rows(&format!("SELECT receipt FROM registration {}", of(&deals[1]))).await;
    let jws = jws[0]["receipt"].as_str().unwrap();
    let (signed, signature) = jws.rsplit_once('.').unwrap();
    let turned: String = signature.chars().rev().collect();
    let forged = format!("UPDATE registration SET receipt = '{signed}.{turned}' {}", of(&deals[1]));
    portal.database().execute(&forged).await;
    portal.database().execute(&format!("UPDATE registration SET receipt = NULL {}", of(&deals[3]))).await;
    assert_eq!(found(&portal).await, [(deals[1].number(), Fault::Forged), (deals[3].number(), Fault::Unsigned)]);
    let swapped = format!(
        "UPDATE registration SET receipt = (SELECT receipt FROM registration {}) {}",
        of(&deals[0]),
        of(&deals[1])
    );
    portal.database().execute(&swapped).await;
    assert_eq!(found(&portal).await[0], (deals[1].number(), Fault::Changed), "a receipt of another");
}

#[tokio::test]
async fn what_was_changed_before_there_were_receipts_is_found_although_it_was_signed_later() {
    let portal = Portal::with_demo().await;
    let deals = five(&portal).await;
    portal.database().execute("UPDATE registration SET receipt = NULL").await;
    let earlier = format!("SET registered_at = registered_at - 1 WHERE deal_id = '{}'", deals[1].id);
    portal.database().execute(&format!("UPDATE registration {earlier}")).await;
    portal.another_server().await;
    assert!(found(&portal).await.contains(&(deals[1].number(), Fault::Changed)));
}

#[tokio::test]
async fn a_deal_that_does_not_say_what_its_registration_says_is_found() {
    let portal = Portal::with_demo().await;
    let deals = five(&portal).await;
    for (deal, change) in deals.iter().zip([
        "registered_at = registered_at - 1",
        "registered_at = 0",
        "organisation_id = 'kestrel'",
        "number = 'D-0000-0000'",
    ]) {
        portal.database().execute(&format!("UPDATE deal SET {change} WHERE id = '{}'", deal.id)).await;
    }
    let expected: Vec<_> = deals[..4].iter().map(|deal| (deal.number(), Fault::DealDiffers)).collect();
    assert_eq!(found(&portal).await, expected[..]);
}

#[tokio::test]
async fn the_command_says_what_it_found_and_fails_where_something_is_wrong() {
    let portal = Portal::with_demo().await;
    let deals = five(&portal).await;
    let (sound, said) = Program::checks(portal.database());
    assert!(sound, "{said}");
    assert!(said.contains("registrations, sound; hash of the last receipt: "), "{said}");
    let earlier = format!("UPDATE registration SET registered_at = 1 WHERE deal_id = '{}'", deals[1].id);
    portal.database().execute(&earlier).await;
    let (sound, said) = Program::checks(portal.database());
    assert!(!sound);
    assert!(said.contains(&format!("aurora: {}: was changed after it was received", deals[1].number())), "{said}");
    assert!(said.contains("halcyon") && said.contains("sound"), "{said}");
}
