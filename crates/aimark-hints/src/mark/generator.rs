//! What image generators write into their pictures of themselves: keywords of PNG, and texts that stand in comments.

use crate::finder::{Finder, Place};
use crate::mark::names::{self, Field};
use crate::mark::{aigc, json};
use crate::{Kind, Says};

/// A text with a keyword: a chunk of PNG, a key of MP4.
pub(crate) fn keyed(finder: &mut Finder<'_>, place: Place, key: &str, text: &str) {
    if let Some(says) = keyword(key, text) {
        return finder.add(Kind::GeneratorParameters, says, place, key, text);
    }
    match key.to_ascii_lowercase().as_str() {
        "aigc" => aigc::read(finder, place, key, text),
        "software" | "creatortool" | "©too" | "encoder" => {
            software(finder, place, key, text, Field::Software)
        }
        "source" | "author" | "artist" | "creator" | "copyright" => {
            software(finder, place, key, text, Field::Credit);
        }
        _ => free(finder, place, key, text),
    }
}

/// What a keyword says that only a generator writes, or that says so with such a text.
fn keyword(key: &str, text: &str) -> Option<Says> {
    match key.to_ascii_lowercase().as_str() {
        // InvokeAI, in the order of its versions; Fooocus; Tensor.Art; Easy Diffusion.
        "dream"
        | "sd-metadata"
        | "invokeai_metadata"
        | "invokeai_graph"
        | "fooocus_scheme"
        | "generation_data"
        | "use_stable_diffusion_model"
        | "stable diffusion model" => Some(Says::Generated),
        "invokeai_workflow" => Some(Says::Involved),
        // Fooocus writes JSON, or what AUTOMATIC1111 writes.
        "parameters" if is_fooocus(text) => Some(Says::Generated),
        // AUTOMATIC1111: enlarging and mending faces, of a picture from anywhere.
        "postprocessing" | "extras"
            if text.contains("upscale") || text.contains("GFPGAN") || text.contains("CodeFormer") =>
        {
            Some(Says::Altered)
        }
        "prompt" | "workflow" => comfy(text),
        _ => None,
    }
}

/// A text that may be anything: a comment, a description. Whether it was a generator's.
pub(crate) fn free(finder: &mut Finder<'_>, place: Place, key: &str, text: &str) {
    let says = if is_settings(text)
        || is_swarm(text)
        || is_novelai(text)
        || is_fooocus(text)
        || is_draw_things(text)
    {
        Some(Says::Generated)
    } else {
        comfy(text)
    };
    if let Some(says) = says {
        return finder.add(Kind::GeneratorParameters, says, place, key, text);
    }
    if aigc::read_in(finder, place, key, text) {
        return;
    }
    if is_midjourney(text) {
        return finder.add(Kind::GeneratorSignature, Says::Generated, place, key, text);
    }
    software(finder, place, key, text, Field::Words);
}

/// The name of a known generator.
pub(crate) fn software(finder: &mut Finder<'_>, place: Place, key: &str, text: &str, field: Field) {
    if let Some((_, says)) = names::find(text, field) {
        let kind = if field == Field::Credit { Kind::CreditLine } else { Kind::SoftwareName };
        finder.add(kind, says, place, key, text);
    }
}

/// xAI: a signature as the description, and an identifier as the artist. The signature cannot be checked by others.
pub(crate) fn is_xai(description: &str, artist: &str) -> bool {
    let signature = description.trim().strip_prefix("Signature:").map(str::trim).unwrap_or_default();
    let is_base64 = |c: u8| c.is_ascii_alphanumeric() || b"+/=".contains(&c);
    let parts: Vec<usize> = artist.trim().split('-').take(6).map(str::len).collect();
    let is_uuid = artist.trim().bytes().all(|c| c.is_ascii_hexdigit() || c == b'-');
    signature.len() >= 64 && signature.bytes().all(is_base64) && is_uuid && parts == [8, 4, 4, 4, 12]
}

/// AUTOMATIC1111 and all who write as it does: `Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1`.
fn is_settings(text: &str) -> bool {
    text.contains("Steps: ") && ["Sampler: ", "CFG scale: ", "Seed: "].iter().any(|key| text.contains(key))
}

fn is_swarm(text: &str) -> bool {
    text.contains("\"sui_image_params\"")
}

fn is_novelai(text: &str) -> bool {
    ["\"sampler\"", "\"steps\"", "\"uc\""].iter().all(|key| text.contains(key))
}

fn is_fooocus(text: &str) -> bool {
    text.contains("\"metadata_scheme\"")
        || text.contains("\"base_model\"") && text.contains("\"performance\"")
}

/// Draw Things, which writes its settings twice, in short and as `v2`.
fn is_draw_things(text: &str) -> bool {
    text.contains("\"v2\"") && text.contains("\"sampler\"") && text.contains("\"seed\"")
}

/// ComfyUI: a graph as it was run (`class_type`), or as it is drawn (`nodes` and `links`). A graph can also just enlarge a
/// picture; one with a sampler makes one.
fn comfy(text: &str) -> Option<Says> {
    let run = text.contains("\"class_type\"") && text.contains("\"inputs\"");
    let drawn = text.contains("\"nodes\"") && text.contains("\"links\"");
    let graph = text.trim_start().trim_start_matches("workflow:").trim_start_matches("prompt:");
    if !(run || drawn) || !graph.trim_start().starts_with('{') {
        return None;
    }
    // Cut by a limit, it is no longer whole, and still a graph.
    let says = if text.contains("Sampler") { Says::Generated } else { Says::Involved };
    (run || text.contains("\"widgets_values\"") || json::is_json(graph)).then_some(says)
}

/// Midjourney ends its descriptions so.
fn is_midjourney(text: &str) -> bool {
    text.contains("Job ID: ")
        && (text.contains(" --v ") || text.contains(" --") || text.contains("Midjourney"))
}
