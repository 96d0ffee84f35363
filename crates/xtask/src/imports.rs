//! Short names for what the program imports of its glue. wasm-bindgen ends each of some three hundred names in a hash of
//! sixteen digits, in the program and in the script, and nothing packs a hash: without them the first route is 6.7 kB
//! lighter (brotli). wasm-opt has a pass for it that knows the modules of Emscripten alone.

use crate::shell::Failure;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// The section of a module that lists its imports (WebAssembly core specification, 5.5.5).
const IMPORTS: u8 = 2;
/// How the names begin that wasm-bindgen makes.
const MADE: &[u8] = b"__wb";

/// Gives the imports of `program` short names, there and in `script`.
pub(crate) fn shorten(program: &Path, script: &Path) -> Result<(), Failure> {
    let mut names = HashMap::new();
    let shorter = rewritten(&fs::read(program)?, &mut names);
    fs::write(program, shorter.ok_or_else(|| Failure(format!("{} cannot be read", program.display())))?)?;
    Ok(fs::write(script, renamed(&fs::read_to_string(script)?, &names))?)
}

/// The module with other names; `names` is what each is called now. None where it is no module.
fn rewritten(module: &[u8], names: &mut HashMap<String, String>) -> Option<Vec<u8>> {
    let mut reader = Reader(module);
    let mut out = reader.take(8)?.to_vec();
    while !reader.0.is_empty() {
        let section = reader.byte()?;
        let size = reader.number()?;
        let body = reader.take(size)?;
        let body = if section == IMPORTS { imports(Reader(body), names)? } else { body.to_vec() };
        out.push(section);
        number(&mut out, body.len());
        out.extend(body);
    }
    Some(out)
}

fn imports(mut reader: Reader<'_>, names: &mut HashMap<String, String>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let count = reader.number()?;
    number(&mut out, count);
    for _ in 0..count {
        let module = reader.text()?;
        let name = reader.text()?;
        let kind = reader.kind()?;
        let next = names.len();
        let short = match std::str::from_utf8(name).ok().filter(|_| name.starts_with(MADE)) {
            Some(name) => names.entry(name.to_owned()).or_insert_with(|| format!("${next:x}")).as_bytes(),
            None => name,
        };
        for text in [module, short] {
            number(&mut out, text.len());
            out.extend(text);
        }
        out.extend(kind);
    }
    Some(out)
}

/// The script with the names exchanged, where they stand whole.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let is_outside = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '$');
    let words = script.split_inclusive(is_outside);
    words.fold(String::with_capacity(script.len()), |mut out, word| {
        let name = word.trim_end_matches(is_outside);
        out.push_str(names.get(name).map_or(name, String::as_str));
        out.push_str(&word[name.len()..]);
        out
    })
}

/// Reads the binary format.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|byte| byte[0])
    }

    /// A number in LEB128.
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift > 35 {
                return Some(number);
            }
        }
    }

    fn text(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    /// What is imported, as it is written: a function, a table, a memory or a global.
    fn kind(&mut self) -> Option<&'a [u8]> {
        let begins = self.0;
        match self.byte()? {
            0 => drop(self.number()?),
            1 => {
                self.byte()?;
                self.limits()?;
            }
            2 => self.limits()?,
            3 => drop(self.take(2)?),
            _ => return None,
        }
        Some(&begins[..begins.len() - self.0.len()])
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

fn number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or(0);
        number >>= 7;
        out.push(if number > 0 { low | 0x80 } else { low });
        if number == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_have_short_names_on_both_sides() {
        // A function of no type but the first, from a module called "m"; a memory from one called "s"; and a custom section.
        let name = b"__wbg_then_0123456789abcdef";
        let mut body = vec![2, 1, b'm', 27];
        body.extend(name);
        body.extend([0, 0, 1, b's', 6]);
        body.extend(b"memory");
        body.extend([2, 0, 1]);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([IMPORTS, u8::try_from(body.len()).unwrap()]);
        module.extend(&body);
        module.extend([0, 2, 1, b'x']);
        let mut names = HashMap::new();
        let after = rewritten(&module, &mut names).unwrap();
        assert_eq!(after, b"\0asm\x01\0\0\0\x02\x14\x02\x01m\x02$0\x00\x00\x01s\x06memory\x02\x00\x01\x00\x02\x01x");
        let script = "__wbg_then_0123456789abcdef: f(__wbg_then_0123456789abcdef_more)";
        assert_eq!(renamed(script, &names), "$0: f(__wbg_then_0123456789abcdef_more)");
        assert_eq!(rewritten(b"no module", &mut names), None);
    }
}
