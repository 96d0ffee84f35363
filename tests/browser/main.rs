//! Components in a real browser, over a PRM in memory: what a person sees, types and is told.
#![cfg(target_arch = "wasm32")]

mod asset;
mod assets;
mod attachments;
mod board;
mod claim;
mod contrast;
mod copies;
mod deal;
mod deals;
mod desk;
mod drafts;
mod filters;
mod home;
mod language;
mod mail;
mod many;
mod margin;
mod notifications;
mod person;
mod pieces;
mod pipeline;
mod prm;
mod receipt;
mod register;
mod remote;
mod screen;
mod settings;
mod shelving;
mod sign_in;
mod usage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
