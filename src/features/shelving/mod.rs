//! The library as the vendor's people fill it and look after it.

#[cfg_attr(not(test), expect(dead_code, unused_imports, reason = "the page that adds files reads and writes these"))]
mod csv;
