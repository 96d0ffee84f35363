//! A document as HTML: headings, paragraphs, lists and tables, in the reader's own letters and colours.

use crate::MAX_CHARACTERS;
use crate::lines::Run;
use crate::page::escape;
use crate::paper::{Block, Cell, Paragraph};
use std::fmt::Write;

/// Writes blocks as a fragment. Nothing of the document's but its text comes into it, and that is escaped.
pub(super) fn write(blocks: &[Block]) -> String {
    let mut html = String::new();
    write_blocks(&mut html, blocks);
    html
}

fn write_blocks(html: &mut String, blocks: &[Block]) {
    // The lists that are open, outermost first: whether each is numbered.
    let mut open: Vec<bool> = Vec::new();
    for block in blocks {
        if html.len() > MAX_CHARACTERS * 2 {
            break;
        }
        match block {
            Block::Paragraph(paragraph) => match &paragraph.mark {
                Some(mark) => write_item(html, paragraph, mark != "•", &mut open),
                None => {
                    close_to(html, &mut open, 0);
                    write_paragraph(html, paragraph);
                }
            },
            Block::Table(rows) => {
                close_to(html, &mut open, 0);
                write_table(html, rows);
            }
        }
    }
    close_to(html, &mut open, 0);
}

fn write_paragraph(html: &mut String, paragraph: &Paragraph) {
    if paragraph.runs.is_empty() {
        return;
    }
    let element = paragraph.heading.map_or_else(|| "p".to_owned(), |level| format!("h{}", level.clamp(1, 6)));
    let _ = write!(html, "<{element}>");
    write_runs(html, &paragraph.runs, paragraph.heading.is_some());
    let _ = writeln!(html, "</{element}>");
}

fn write_item(html: &mut String, paragraph: &Paragraph, is_numbered: bool, open: &mut Vec<bool>) {
    let depth = paragraph.level.min(8) + 1;
    close_to(html, open, depth);
    if open.len() == depth && open.last() != Some(&is_numbered) {
        close_to(html, open, depth - 1);
    }
    while open.len() < depth {
        html.push_str(if is_numbered { "<ol>" } else { "<ul>" });
        open.push(is_numbered);
    }
    html.push_str("<li>");
    write_runs(html, &paragraph.runs, false);
    html.push_str("</li>\n");
}

/// Closes lists until no more than some are open.
fn close_to(html: &mut String, open: &mut Vec<bool>, depth: usize) {
    while open.len() > depth {
        html.push_str(if open.pop() == Some(true) { "</ol>\n" } else { "</ul>\n" });
    }
}

fn write_runs(html: &mut String, runs: &[Run], is_heading: bool) {
    for Run { text, letters } in runs {
        let bold = letters.bold && !is_heading;
        html.push_str(if bold { "<strong>" } else { "" });
        html.push_str(if letters.italic { "<em>" } else { "" });
        html.push_str(&escape(text).replace('\n', "<br>"));
        html.push_str(if letters.italic { "</em>" } else { "" });
        html.push_str(if bold { "</strong>" } else { "" });
    }
}

fn write_table(html: &mut String, rows: &[Vec<Cell>]) {
    html.push_str("<table>\n");
    for row in rows {
        html.push_str("<tr>");
        for cell in row {
            let span = if cell.span > 1 { format!(" colspan=\"{}\"", cell.span) } else { String::new() };
            let _ = write!(html, "<td{span}>");
            write_blocks(html, &cell.blocks);
            html.push_str("</td>");
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</table>\n");
}
