//! The c2pa crate under guard: no network, no globals, no panics, no more work than allowed.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use c2pa::{Context, Reader, Settings};
use serde_json::{Value, json};

use crate::bmff;
use crate::credential::Lists;
use crate::judgement::Judgement;
use crate::offline::Offline;
use crate::{AnchorList, Error, Options, describe};

/// Examines assets. Built once, used from any number of threads.
///
/// ```
/// use aimark_c2pa::{Examiner, Options};
///
/// let examiner = Examiner::new(&[], &[], Options::default())?;
/// assert_eq!(examiner.examine(b"GIF89a\x01\0\x01\0\0\0\0;", "image/gif")?, None);
/// # Ok::<(), aimark_c2pa::Error>(())
/// ```
#[derive(Debug)]
pub struct Examiner {
    checked: Arc<Context>,
    /// Reads without checking: to describe what could not be judged.
    unchecked: Arc<Context>,
    lists: Lists,
    options: Options,
    media_types: Vec<String>,
    #[cfg(feature = "online")]
    client: Option<crate::online::Online>,
}

impl Examiner {
    /// An examiner that accepts signers by the first lists and time stamps by the second, and never one by the other's.
    ///
    /// # Errors
    ///
    /// [`Error::Misuse`] for a list without a certificate that can be read, or an option out of its range.
    pub fn new(
        signers: &[AnchorList],
        time_stamping: &[AnchorList],
        options: Options,
    ) -> Result<Self, Error> {
        let lists = Lists::new(signers, time_stamping)?;
        Lists::new(&options.identity_anchors, &[])?;
        let anchors = joined(signers.iter().chain(time_stamping));
        let settings = |verify| settings(&options, &anchors, verify);
        #[cfg(not(feature = "online"))]
        if options.online {
            return Err(Error::Misuse("this build cannot fetch: it lacks the feature \"online\"".to_owned()));
        }
        let checked = context(&settings(true))?;
        #[cfg(feature = "online")]
        let client = options.online.then(|| crate::online::Online::new(&options));
        #[cfg(feature = "online")]
        let checked = match &client {
            Some(client) => checked.with_resolver(client.clone()),
            None => checked,
        };
        Ok(Self {
            #[cfg(feature = "online")]
            client,
            checked: checked.into_shared(),
            unchecked: context(&settings(false))?.into_shared(),
            lists,
            media_types: Reader::supported_mime_types(),
            options,
        })
    }

    /// Judges the credential in `asset`. `None`: there is none.
    ///
    /// Where the first bytes of the asset say that it is of another kind than `media_type`, they are believed. The time
    /// that counts is the system's: the c2pa crate takes no other.
    ///
    /// # Errors
    ///
    /// [`Error::Unsupported`] for a media type that is not in [`media_types`](crate::media_types), [`Error::Limit`] for an
    /// asset that passes a limit, [`Error::Input`] for one that cannot be walked, [`Error::Internal`] where the c2pa crate
    /// panics. A credential that does not hold is no error.
    pub fn examine(&self, asset: &[u8], media_type: &str) -> Result<Option<Judgement>, Error> {
        limit("bytes", asset.len(), self.options.max_bytes)?;
        let is_boxes = asset.get(4..8).is_some_and(|kind| [b"ftyp", b"JXL "].iter().any(|one| *one == kind));
        if is_boxes || media_type_of_boxes(media_type) {
            let most = u64::try_from(self.options.max_boxes).unwrap_or(u64::MAX);
            limit("boxes", bmff::count(asset, self.options.max_boxes), most)?;
        }
        let media_type = media_type.to_ascii_lowercase();
        if !self.media_types.contains(&media_type) {
            return Err(Error::Unsupported(self.options.safe(&media_type)));
        }
        // The c2pa crate is given nothing that a panic could leave half changed: its contexts are only read.
        catch_unwind(AssertUnwindSafe(|| self.judge(asset, &media_type)))
            .unwrap_or_else(|_| Err(Error::Internal("the c2pa crate panicked on this asset".to_owned())))
    }

    fn judge(&self, asset: &[u8], media_type: &str) -> Result<Option<Judgement>, Error> {
        let now = now()?;
        match read(&self.checked, asset, media_type) {
            Ok(reader) => self.described(&reader, now).map(Some),
            Err(c2pa::Error::JumbfNotFound) => Ok(None),
            Err(c2pa::Error::RemoteManifestUrl(url)) => {
                self.elsewhere(&url, asset, media_type, now).map(Some)
            }
            Err(c2pa::Error::UnsupportedType) => Err(Error::Unsupported(media_type.to_owned())),
            Err(error) => self.refused(asset, media_type, &error, now).map(Some),
        }
    }

    fn described(&self, reader: &Reader, now: i64) -> Result<Judgement, Error> {
        let most = u64::try_from(self.options.max_manifests).unwrap_or(u64::MAX);
        limit("manifests", reader.manifests().len(), most)?;
        Ok(describe::judged(reader, &self.lists, now, &self.options))
    }

    /// The credential is kept at an address.
    #[cfg(not(feature = "online"))]
    fn elsewhere(&self, url: &str, _: &[u8], _: &str, _: i64) -> Result<Judgement, Error> {
        Ok(describe::remote(url, "it was not fetched", &self.options))
    }

    /// The credential is kept at an address.
    #[cfg(feature = "online")]
    fn elsewhere(&self, url: &str, asset: &[u8], media_type: &str, now: i64) -> Result<Judgement, Error> {
        let fetched = match &self.client {
            Some(client) => client.fetch(url),
            None => Err("it was not fetched".to_owned()),
        };
        let store = match fetched {
            Ok(store) => store,
            Err(why) => return Ok(describe::remote(url, &why, &self.options)),
        };
        let reader = |context| {
            Reader::from_shared_context(context).with_manifest_data_and_stream(
                &store,
                media_type,
                Cursor::new(asset),
            )
        };
        let mut judgement = match reader(&self.checked) {
            Ok(reader) => self.described(&reader, now)?,
            Err(error) => {
                let described = reader(&self.unchecked).ok();
                describe::refused(described.as_ref(), &error, &self.lists, now, &self.options)
            }
        };
        judgement.remote = Some(self.options.safe(url));
        Ok(judgement)
    }

    /// The c2pa crate gave up. Where it found a manifest store, that is an answer about the credential; where it did not,
    /// about the file.
    fn refused(
        &self,
        asset: &[u8],
        media_type: &str,
        error: &c2pa::Error,
        now: i64,
    ) -> Result<Judgement, Error> {
        let kind = crate::media_type(asset, None).unwrap_or(media_type);
        let found = c2pa::jumbf_io::load_jumbf_from_stream(kind, &mut Cursor::new(asset));
        let is_there = found.is_ok() || matches!(error, c2pa::Error::TooManyManifestStores);
        if !is_there {
            return Err(Error::Input(self.options.safe(&error.to_string())));
        }
        let described = read(&self.unchecked, asset, media_type).ok();
        Ok(describe::refused(described.as_ref(), error, &self.lists, now, &self.options))
    }
}

fn read(context: &Arc<Context>, asset: &[u8], media_type: &str) -> c2pa::Result<Reader> {
    Reader::from_shared_context(context).with_stream(media_type, Cursor::new(asset))
}

fn context(settings: &Value) -> Result<Context, Error> {
    let misuse = |error: c2pa::Error| Error::Misuse(format!("the c2pa crate refuses its settings: {error}"));
    let settings = Settings::new().with_json(&settings.to_string()).map_err(misuse)?;
    let context = Context::new().with_settings(settings).map_err(misuse)?;
    Ok(context.with_resolver(Offline).with_resolver_async(Offline))
}

/// Every setting that bears on safety is said, whatever its default.
fn settings(options: &Options, anchors: &str, verify: bool) -> Value {
    let mut settings = json!({
        "core": {
            "allowed_network_hosts": [],
            "decode_identity_assertions": verify,
            "backing_store_memory_threshold_in_mb": 2047,
            "max_decompressed_manifest_size_in_mb": options.max_decompressed_mib,
        },
        "verify": {
            "verify_after_reading": verify,
            "verify_trust": true,
            "verify_timestamp_trust": true,
            "skip_ingredient_conflict_resolution": false,
            "strict_v1_validation": false,
            "remote_manifest_fetch": false,
            "ocsp_fetch": options.online && verify,
        },
        "cawg_trust": { "verify_trust_list": true },
    });
    let identities = joined(options.identity_anchors.iter());
    for (section, pem) in [("trust", anchors), ("cawg_trust", &identities)] {
        if let (false, Some(settings)) = (pem.is_empty(), settings.as_object_mut()) {
            let section = settings.entry(section).or_insert_with(|| json!({}));
            if let Some(section) = section.as_object_mut() {
                section.insert("trust_anchors".to_owned(), Value::from(pem));
            }
        }
    }
    settings
}

fn joined<'a>(lists: impl Iterator<Item = &'a AnchorList>) -> String {
    lists.map(|list| format!("{}\n", list.pem)).collect()
}

/// Whether the c2pa crate will read an asset that is said to be of this kind box by box, whatever its first bytes are.
fn media_type_of_boxes(media_type: &str) -> bool {
    let name = media_type.to_ascii_lowercase();
    let image = ["image/avif", "image/heic", "image/heif", "image/jxl"].contains(&name.as_str());
    image || name.starts_with("video/") || name == "audio/mp4" || name == "application/mp4"
}

fn limit(what: &'static str, found: usize, limit: u64) -> Result<(), Error> {
    let found = u64::try_from(found).unwrap_or(u64::MAX);
    if found > limit { Err(Error::Limit { what, found, limit }) } else { Ok(()) }
}

fn now() -> Result<i64, Error> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    since
        .and_then(|since| i64::try_from(since.as_secs()).ok())
        .ok_or_else(|| Error::Internal("the system's clock stands before 1970".to_owned()))
}
