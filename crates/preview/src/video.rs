//! Films, MP4 and MOV: how large they are and how long they play. Nothing is decoded, and the tables of their
//! pictures are passed over, since a few bytes of those may ask for gigabytes.

use crate::{Looked, Unreadable};
use re_mp4::{BoxHeader, BoxType, MvhdBox, ReadBox, TkhdBox};
use std::fs::File;
use std::io::{BufReader, Seek, SeekFrom};
use std::path::Path;

/// Boxes after these are not looked at.
const MAX_BOXES: usize = 100_000;
/// The bytes of a box's head.
const HEAD: u64 = 8;
/// The kinds of films that are taken begin with a box of one of these kinds.
const FIRST: [BoxType; 5] = [BoxType::FtypBox, BoxType::MoovBox, BoxType::MdatBox, BoxType::FreeBox, BoxType::WideBox];

pub(crate) fn look(file: &Path) -> Result<Looked, Unreadable> {
    let reader = BufReader::new(File::open(file)?);
    let end = reader.get_ref().metadata()?.len();
    let mut movie = Film { reader, boxes_left: MAX_BOXES, millis: None, size: None };
    movie.read(0, end, true)?;
    if movie.millis.is_none() {
        return Err(Unreadable::broken("it does not say how long it plays"));
    }
    Ok(Looked { size: movie.size, millis: movie.millis, ..Looked::default() })
}

struct Film {
    reader: BufReader<File>,
    boxes_left: usize,
    millis: Option<u64>,
    size: Option<[u32; 2]>,
}

impl Film {
    /// Reads the boxes of a span of the file, and those within that lead to measures.
    fn read(&mut self, start: u64, end: u64, is_outermost: bool) -> Result<(), Unreadable> {
        let mut at = start;
        while at + HEAD <= end && self.boxes_left > 0 {
            self.boxes_left -= 1;
            self.reader.seek(SeekFrom::Start(at))?;
            let head = BoxHeader::read(&mut self.reader).map_err(Unreadable::broken)?;
            if is_outermost && at == start && !FIRST.contains(&head.name) {
                return Err(Unreadable::Mismatch);
            }
            // A box without a size goes to the end.
            let next = if head.size == 0 { end } else { at.saturating_add(head.size) };
            if head.size != 0 && head.size < HEAD || next > end {
                return Err(Unreadable::broken("a box is larger than what holds it"));
            }
            match head.name {
                BoxType::MoovBox | BoxType::TrakBox => {
                    let inner = self.reader.stream_position()?;
                    self.read(inner, next, false)?;
                }
                BoxType::MvhdBox => {
                    let film = MvhdBox::read_box(&mut self.reader, head.size).map_err(Unreadable::broken)?;
                    self.millis =
                        film.duration.checked_mul(1_000).map(|scaled| scaled / u64::from(film.timescale.max(1)));
                }
                BoxType::TkhdBox => {
                    let track = TkhdBox::read_box(&mut self.reader, head.size).map_err(Unreadable::broken)?;
                    self.take_size(&track);
                }
                _ => {}
            }
            at = next;
        }
        Ok(())
    }

    /// Takes the size of the largest track, as it is turned: films from phones often lie on their side.
    fn take_size(&mut self, track: &TkhdBox) {
        let (width, height) = (u32::from(track.width.value()), u32::from(track.height.value()));
        let is_turned = track.matrix.a == 0 && track.matrix.b != 0;
        let size = if is_turned { [height, width] } else { [width, height] };
        let area = |[width, height]: [u32; 2]| u64::from(width) * u64::from(height);
        if area(size) > self.size.map_or(0, area) {
            self.size = Some(size);
        }
    }
}
