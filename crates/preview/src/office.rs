//! What documents of office programs have in common: parts that refer to parts, and a picture of the first page.

use crate::album::Album;
use crate::zip::Parts;
use crate::{Unreadable, picture, xml};
use std::collections::HashMap;

/// What a part refers to.
#[derive(Debug, Default)]
pub(crate) struct Relations {
    by_id: HashMap<String, Relation>,
}

/// A reference to another part.
#[derive(Clone, Debug)]
pub(crate) struct Relation {
    /// The last word of its kind, such as `image` or `slideLayout`.
    pub kind: String,
    /// The name of the part; what is outside of the document is left out.
    pub part: String,
}

impl Relations {
    /// Reads what a part refers to.
    pub(crate) fn read(parts: &mut Parts, part: &str) -> Result<Self, Unreadable> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let list = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
        let Some(text) = parts.read_text(&list)? else { return Ok(Self::default()) };
        let document = xml::parse(&text)?;
        let mut by_id = HashMap::new();
        for node in xml::children(document.root_element(), "Relationship") {
            let (Some(id), Some(kind), Some(target)) =
                (node.attribute("Id"), node.attribute("Type"), node.attribute("Target"))
            else {
                continue;
            };
            if node.attribute("TargetMode") != Some("External") {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                by_id.insert(id.to_owned(), Relation { kind, part: resolve(folder, target) });
            }
        }
        Ok(Self { by_id })
    }

    pub(crate) fn part(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(|relation| relation.part.as_str())
    }

    /// All parts of a kind, with what they are referred to by.
    pub(crate) fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let found = self.by_id.iter().filter(move |(_, relation)| relation.kind == kind);
        found.map(|(id, relation)| (id.as_str(), relation.part.as_str()))
    }

    /// The first part of a kind.
    pub(crate) fn first(&self, kind: &str) -> Option<&str> {
        let found = self.by_id.values().filter(|relation| relation.kind == kind);
        found.map(|relation| relation.part.as_str()).min()
    }
}

/// The name of a part that another one in a folder refers to.
fn resolve(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

/// Takes the picture of the first page that the office program left in the document. Whether there was one that can be
/// read.
pub(crate) fn take_thumbnail(parts: &mut Parts, album: &mut Album) -> Result<bool, Unreadable> {
    for ending in ["jpeg", "jpg", "png"] {
        if let Some(bytes) = parts.read(&format!("docProps/thumbnail.{ending}"))?
            && let Ok(picture) = picture::decode(&bytes)
        {
            album.set_thumbnail(&picture)?;
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn names_of_parts_are_resolved() {
        assert_eq!(resolve("ppt/slides", "../media/image1.png"), "ppt/media/image1.png");
        assert_eq!(resolve("ppt", "slides/slide1.xml"), "ppt/slides/slide1.xml");
        assert_eq!(resolve("ppt/slides", "/ppt/media/a.png"), "ppt/media/a.png");
        assert_eq!(resolve("", "../../../etc/passwd"), "etc/passwd");
    }
}
