//! The promises of the contract, each kept over HTTP: the real router, called in-process, on a real database. With
//! `PORTICO_TEST_POSTGRES` set to the URL of a server the same tests run on Postgres.

mod caching;
mod chain;
mod commands;
mod deals;
mod idempotency;
mod input;
mod life;
mod list;
mod patch;
mod portal;
mod requests;
mod search;
mod session;
mod tenants;
