// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Pictures: what is seen stays, turned the right way up, and nothing else does.

use image::{GenericImageView as _, ImageFormat, load_from_memory_with_format};
use meldroute_cleaning::{Kind, NoCopy};

use crate::fixtures::{copy, holds, picture, refused};

#[test]
fn nothing_but_the_picture_stays() {
    for (name, bytes) in [
        ("foto.jpg", picture::jpeg()),
        ("schermafdruk.png", picture::png()),
        ("beweging.gif", picture::gif()),
        ("advertentie.webp", picture::webp()),
        ("scan.bmp", picture::bmp()),
        ("scan.tiff", picture::tiff()),
    ] {
        assert!(holds(&bytes, "SPOOR"), "{name}: the fixture has a trace");
        let copy = copy(name, &bytes);
        assert!(!holds(&copy.bytes, "SPOOR"), "{name}");
        let shown_as = if name == "scan.tiff" { ".png" } else { name };
        assert!(shown_as.ends_with(&format!(".{}", copy.kind.ending(name))));
    }
}

#[test]
fn a_photo_taken_upright_stands_upright() {
    // As wide as the camera, and turned a quarter by a mark only: red above, blue below.
    let copy = copy("foto.jpg", &picture::jpeg());
    assert_eq!(copy.kind, Kind::Jpeg);
    let picture = load_from_memory_with_format(&copy.bytes, ImageFormat::Jpeg).unwrap();
    assert_eq!(picture.dimensions(), (16, 32));
    let (left, right) = (picture.get_pixel(2, 16), picture.get_pixel(13, 16));
    assert!(
        right.0[0] > 150 && left.0[2] > 150,
        "the red side was turned to the right"
    );
}

#[test]
fn pixels_of_a_picture_without_loss_stay_as_they_are() {
    for (name, bytes, format) in [
        ("a.bmp", picture::bmp(), ImageFormat::Bmp),
        ("a.gif", picture::gif(), ImageFormat::Gif),
    ] {
        let copy = copy(name, &bytes);
        let picture = load_from_memory_with_format(&copy.bytes, format).unwrap();
        assert_eq!(picture.to_rgb8(), picture::pixels(), "{name}");
    }
}

#[test]
fn a_scan_as_tiff_becomes_a_picture_that_browsers_show() {
    let copy = copy("scan.tif", &picture::tiff());
    assert_eq!(copy.kind, Kind::Png);
    let picture = load_from_memory_with_format(&copy.bytes, ImageFormat::Png).unwrap();
    assert_eq!(picture.to_rgb8(), picture::pixels());
}

#[test]
fn a_scan_of_several_pages_loses_none_without_a_word() {
    assert_eq!(refused(&picture::tiff_of_two_pages()), NoCopy::SeveralPages);
}

#[test]
fn a_photo_of_a_telephone_that_nobody_here_decodes_has_no_copy() {
    assert_eq!(refused(picture::HEIC), NoCopy::OtherPicture);
}

#[test]
fn a_torn_picture_has_no_copy() {
    let whole = picture::png();
    assert_eq!(refused(&whole[..60]), NoCopy::Damaged);
}
