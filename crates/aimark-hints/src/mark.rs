//! The marks themselves, wherever they stand: what they look like and what they say.

pub(crate) mod aigc;
pub(crate) mod disclosure;
pub(crate) mod generator;
pub(crate) mod iim;
pub(crate) mod json;
pub(crate) mod names;
pub(crate) mod source_type;
pub(crate) mod xmp;
