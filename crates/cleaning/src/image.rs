// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Pictures: decoded, turned the right way up, and encoded anew. Taking the metadata out of the file instead leaves some
//! behind with every library that was tried; pixels have none.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader,
    codecs::{bmp::BmpEncoder, gif::GifEncoder, jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
};

use crate::{Kind, Limits, NoCopy};

/// Good enough to read a number plate that could be read before.
const JPEG_QUALITY: u8 = 92;

/// The first picture of a file, without anything else.
pub(crate) fn clean(bytes: &[u8], kind: Kind, limits: &Limits) -> Result<Vec<u8>, NoCopy> {
    let format = match kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::Gif => ImageFormat::Gif,
        Kind::WebP => ImageFormat::WebP,
        Kind::Bmp => ImageFormat::Bmp,
        Kind::Tiff if has_pages(bytes)? => return Err(NoCopy::SeveralPages),
        Kind::Tiff => ImageFormat::Tiff,
        other => return Err(NoCopy::of(other)),
    };
    let picture = decode(bytes, format, limits)?;
    let mut copy = Vec::new();
    encode(picture, format, &mut copy).map_err(reason)?;
    Ok(copy)
}

/// Whether there is more than the first picture: a scan of several pages must not lose the others without a word.
fn has_pages(bytes: &[u8]) -> Result<bool, NoCopy> {
    let decoder = tiff::decoder::Decoder::new(Cursor::new(bytes)).or(Err(NoCopy::Damaged))?;
    Ok(decoder.more_images())
}

fn decode(bytes: &[u8], format: ImageFormat, limits: &Limits) -> Result<DynamicImage, NoCopy> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut allowed = image::Limits::default();
    allowed.max_alloc = Some(limits.decoded);
    reader.limits(allowed);
    let mut decoder = reader.into_decoder().map_err(reason)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > limits.pixels || decoder.total_bytes() > limits.decoded {
        return Err(NoCopy::TooManyPixels);
    }
    // A direction that can't be read is no reason to have no copy.
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(reason)?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    Ok(picture)
}

fn encode(picture: DynamicImage, format: ImageFormat, copy: &mut Vec<u8>) -> Result<(), ImageError> {
    match format {
        ImageFormat::Jpeg => {
            without_alpha(picture).write_with_encoder(JpegEncoder::new_with_quality(copy, JPEG_QUALITY))
        }
        ImageFormat::Gif => {
            GifEncoder::new_with_speed(copy, 10).encode_frame(image::Frame::new(picture.into_rgba8()))
        }
        ImageFormat::WebP => picture.write_with_encoder(WebPEncoder::new_lossless(copy)),
        ImageFormat::Bmp => picture.write_with_encoder(BmpEncoder::new(copy)),
        // Samples that are no whole numbers, such as of measurements, have no place in a PNG.
        ImageFormat::Tiff => whole(picture).write_with_encoder(PngEncoder::new(copy)),
        _ => picture.write_with_encoder(PngEncoder::new(copy)),
    }
}

fn whole(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageRgb32F(_) => DynamicImage::ImageRgb16(picture.into_rgb16()),
        DynamicImage::ImageRgba32F(_) => DynamicImage::ImageRgba16(picture.into_rgba16()),
        whole => whole,
    }
}

/// What a JPEG can hold.
fn without_alpha(picture: DynamicImage) -> DynamicImage {
    match picture {
        grey @ DynamicImage::ImageLuma8(_) => grey,
        other => DynamicImage::ImageRgb8(other.into_rgb8()),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "stands in map_err")]
fn reason(error: ImageError) -> NoCopy {
    match error {
        ImageError::Limits(_) => NoCopy::TooManyPixels,
        _ => NoCopy::Damaged,
    }
}
