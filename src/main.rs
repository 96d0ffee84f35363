//! The program in the browser; everything is in the library, so that tests call it.

fn main() {
    portico_app::start();
}
