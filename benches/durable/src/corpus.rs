//! The folder that `benches/durable/corpus` builds.

use std::fs;
use std::path::{Path, PathBuf};

use crate::made::Chance;
use crate::picture::Picture;
use crate::resize::at_most;

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Entry {
    pub name: String,
    pub class: String,
    pub width: usize,
    pub height: usize,
    file: PathBuf,
}

/// All of one class, shuffled, so that the first few are of all sources alike. Always in the same order.
///
/// # Errors
/// When there is no list, or it is not one.
pub fn list(folder: &Path, class: &str) -> Result<Vec<Entry>, String> {
    let file = folder.join("list.tsv");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let entries: Option<Vec<Entry>> = text.lines().skip(1).map(|line| entry(folder, line)).collect();
    let mut entries = entries.ok_or_else(|| format!("{} is not a list of photos", file.display()))?;
    entries.retain(|entry| entry.class == class);
    let mut chance = Chance::new(7);
    for at in (1..entries.len()).rev() {
        entries.swap(at, chance.below(at + 1));
    }
    Ok(entries)
}

fn entry(folder: &Path, line: &str) -> Option<Entry> {
    let mut fields = line.split('\t');
    let (name, class) = (fields.next()?, fields.next()?);
    let mut side = || fields.next()?.parse().ok();
    let (width, height) = (side()?, side()?);
    let file = folder.join("photos").join(name);
    Some(Entry { name: name.to_owned(), class: class.to_owned(), width, height, file })
}

impl Entry {
    /// The picture, with at most so many pixels.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn load(&self, pixels: usize) -> Result<Picture, String> {
        Ok(at_most(open(&self.file)?, pixels))
    }
}

/// # Errors
/// When it cannot be read.
pub fn open(file: &Path) -> Result<Picture, String> {
    let read = image::ImageReader::open(file).and_then(image::ImageReader::with_guessed_format);
    let image =
        read.map_err(|error| error.to_string()).and_then(|r| r.decode().map_err(|error| error.to_string()));
    let image = image.map_err(|error| format!("{}: {error}", file.display()))?.into_rgb8();
    Ok(Picture { width: image.width() as usize, height: image.height() as usize, rgb: image.into_raw() })
}

/// As PNG.
///
/// # Errors
/// When it cannot be written.
pub fn save(picture: &Picture, file: &Path) -> Result<(), String> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let (width, height) = (picture.width as u32, picture.height as u32);
    image::save_buffer(file, &picture.rgb, width, height, image::ColorType::Rgb8)
        .map_err(|error| format!("{}: {error}", file.display()))
}
