//! For every processor: the block function of the `sha2` crate, one message at a time.

use super::{Block, State};

pub(crate) fn compress(state: &mut State, blocks: &[Block]) {
    sha2::block_api::compress256(state, blocks);
}
