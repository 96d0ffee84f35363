//! What is below the pointer of a drag, and what scrolls there.

use super::model::WAITING;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// How near to an edge what is below begins to scroll, and by how much at a time, in pixels.
const EDGE: i32 = 56;
const PACE: f64 = 14.0;

/// The key of the column that something is in.
pub(super) fn column_at(element: &Element) -> Option<String> {
    element.closest("[data-column]").ok()??.get_attribute("data-column")
}

/// The columns in view.
pub(super) fn columns() -> Vec<Element> {
    let found = document().query_selector_all("[data-column]").ok();
    let found = found.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.get(at)));
    found.filter_map(|node| node.dyn_into().ok()).collect()
}

fn element_at(at: (i32, i32)) -> Option<Element> {
    #[expect(clippy::cast_precision_loss, reason = "pixels of a screen are far below 2^23")]
    document().element_from_point(at.0 as f32, at.1 as f32)
}

/// The column below the pointer, where that is another stage than `from`.
pub(super) fn target_at(at: (i32, i32), from: &str) -> Option<String> {
    column_at(&element_at(at)?).filter(|to| to != from && to != WAITING)
}

/// Scrolls the board sideways, and the column below the pointer, while the pointer is near their edges.
pub(super) fn scroll_at(board: &NodeRef, at: (i32, i32)) {
    let pace = |at: i32, start: f64, end: f64| {
        if f64::from(at) < start + f64::from(EDGE) {
            -PACE
        } else if f64::from(at) > end - f64::from(EDGE) {
            PACE
        } else {
            0.0
        }
    };
    if let Some(board) = board.cast::<Element>() {
        let edges = board.get_bounding_client_rect();
        board.scroll_by_with_x_and_y(pace(at.0, edges.left(), edges.right()), 0.0);
    }
    let column = element_at(at).and_then(|below| below.closest("[data-column]").ok().flatten());
    if let Some(list) = column.and_then(|column| column.query_selector("ul").ok().flatten()) {
        let edges = list.get_bounding_client_rect();
        list.scroll_by_with_x_and_y(0.0, pace(at.1, edges.top(), edges.bottom()));
    }
}
