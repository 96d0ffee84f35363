//! A file that comes in pieces: what to ask for next, after failures too. Pure, so that it is tested without a browser.

use crate::api::Piece;

/// Up to this size a file is a plain link: it is there before a progress could be read.
const SMALL: u64 = 1_000_000;
/// From this size on it is one again: the browser keeps it on the disk, and goes on by itself.
const LARGE: u64 = 64_000_000;
/// The sizes that a piece may have.
const PIECE: (u64, u64) = (256 * 1_024, 2 * 1_024 * 1_024);
/// How many pieces a file has at best.
const PIECES: u64 = 32;
/// How often it is begun anew because the file became another.
const ANEW: u32 = 3;

/// Whether a file of this size is brought in pieces.
pub(super) fn comes_in_pieces(size: u64) -> bool {
    (SMALL..=LARGE).contains(&size)
}

/// What has come of a file.
#[derive(Debug)]
pub(super) struct Pieces {
    size: u64,
    bytes: Vec<u8>,
    tag: Option<String>,
    anew: u32,
}

/// The pieces do not fit together, however often they are asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unfit;

impl Pieces {
    /// Nothing yet, of a file of this size.
    pub fn of(size: u64) -> Self {
        Self { size, bytes: Vec::new(), tag: None, anew: 0 }
    }

    /// How many bytes have come.
    pub fn done(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// How much has come, in percent.
    pub fn percent(&self) -> u64 {
        self.done() * 100 / self.size.max(1)
    }

    /// The bytes to ask for next, from one to before another; none where all have come.
    pub fn next(&self) -> Option<(u64, u64)> {
        let piece = (self.size / PIECES).clamp(PIECE.0, PIECE.1);
        let from = self.done();
        (from < self.size).then(|| (from, (from + piece).min(self.size)))
    }

    /// What the file is compared by, once it is known.
    pub fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// All that has come.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Puts a piece behind the others. Where the file became another one, or a piece is none that was asked for, it is
    /// begun anew.
    pub fn take(&mut self, piece: Piece) -> Result<(), Unfit> {
        let other = self.tag.is_some() && piece.tag.is_some() && piece.tag != self.tag;
        let goes_on = piece.from == self.done() && !other;
        if !goes_on {
            self.anew += 1;
            self.bytes.clear();
            self.tag = None;
        }
        let fits = piece.from == self.done();
        if fits && !piece.bytes.is_empty() {
            self.tag = piece.tag.or(self.tag.take());
            self.bytes.extend_from_slice(&piece.bytes);
        }
        let is_nothing = fits && piece.bytes.is_empty();
        if is_nothing || self.done() > self.size || self.anew > ANEW { Err(Unfit) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: u64 = 1_500_000;

    fn piece(from: u64, length: u64, tag: &str) -> Piece {
        Piece { from, bytes: vec![7; usize::try_from(length).unwrap()], tag: Some(tag.to_owned()) }
    }

    /// Takes what is asked for next, of a file of this tag.
    fn goes_on(pieces: &mut Pieces, tag: &str) -> Option<()> {
        let (from, until) = pieces.next()?;
        pieces.take(piece(from, until - from, tag)).ok()
    }

    #[test]
    fn small_and_very_large_files_are_the_browsers() {
        let ways = [10_000, SMALL, SIZE, LARGE, LARGE + 1].map(comes_in_pieces);
        assert_eq!(ways, [false, true, true, true, false]);
    }

    #[test]
    fn a_file_comes_piece_by_piece() {
        let mut pieces = Pieces::of(SIZE);
        assert_eq!((pieces.next(), pieces.tag()), (Some((0, PIECE.0)), None));
        let mut many = 0;
        while goes_on(&mut pieces, "a").is_some() {
            many += 1;
        }
        assert_eq!((many, pieces.done(), pieces.percent()), (6, SIZE, 100));
        assert_eq!(Pieces::of(LARGE).next(), Some((0, LARGE / PIECES)));
    }

    #[test]
    fn after_a_failure_it_goes_on_where_it_stopped() {
        let mut pieces = Pieces::of(SIZE);
        goes_on(&mut pieces, "a");
        // No answer came: nothing was taken, and the same is asked for again, of the same file.
        assert_eq!((pieces.next(), pieces.tag()), (Some((PIECE.0, 2 * PIECE.0)), Some("a")));
    }

    #[test]
    fn a_file_that_became_another_is_begun_anew() {
        let mut pieces = Pieces::of(SIZE);
        goes_on(&mut pieces, "a");
        goes_on(&mut pieces, "b");
        assert_eq!((pieces.done(), pieces.tag()), (0, None), "a piece of the middle of another file is no beginning");
        goes_on(&mut pieces, "b");
        assert_eq!((pieces.done(), pieces.tag()), (PIECE.0, Some("b")));
        // As `If-Range` has it: not the piece, but all of the other file.
        assert_eq!(pieces.take(piece(0, SIZE, "c")), Ok(()));
        assert_eq!((pieces.next(), pieces.tag()), (None, Some("c")));
    }

    #[test]
    fn a_server_without_ranges_sends_all_at_once() {
        let mut pieces = Pieces::of(SIZE);
        assert_eq!(pieces.take(Piece { tag: None, ..piece(0, SIZE, "") }), Ok(()));
        assert_eq!(pieces.next(), None);
    }

    #[test]
    fn what_never_fits_is_given_up() {
        let mut pieces = Pieces::of(SIZE);
        let tags = ["a", "b", "c", "d", "e", "f", "g", "h"];
        assert!(tags.iter().any(|tag| pieces.next().is_some() && goes_on(&mut pieces, tag).is_none()));
        assert_eq!(Pieces::of(SIZE).take(piece(0, SIZE + 1, "a")), Err(Unfit), "more than there is");
        assert_eq!(Pieces::of(SIZE).take(piece(0, 0, "a")), Err(Unfit), "nothing");
    }
}
