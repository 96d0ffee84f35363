//! The promises of the contract, each kept over HTTP: the real router, called in-process, on a real database. With
//! `PORTICO_TEST_POSTGRES` set to the URL of a server the same tests run on Postgres.

mod attachments;
mod caching;
mod chain;
mod claims;
mod commands;
mod conflicts;
mod deals;
mod demo;
mod events;
mod expiry;
mod faults;
mod home;
mod idempotency;
mod input;
mod life;
mod list;
mod locks;
mod mail;
mod mentions;
mod notifications;
mod openapi;
mod patch;
mod portal;
mod receipts;
mod replay;
mod requests;
mod rules;
mod sale;
mod search;
mod session;
mod shell;
mod tampering;
mod tenants;
mod timeline;
mod uploads;
