// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Files that people make, and what they are told when one can't be read.

use meldroute_estimate::read;
use rstest::rstest;

#[test]
fn a_spreadsheet_of_this_country_is_read_too() {
    let text = "\u{feff}# made by hand\r\npolitie; zorg ;\"inspectie, NLA\";count\r\n1;0;0;12\r\n1;1;0;3\r\n\r\n0;0;1;0\r\n";
    let captures = read(text).unwrap();
    assert_eq!(captures.lists(), ["inspectie, NLA", "politie", "zorg"]);
    assert_eq!((captures.persons(), captures.persons_on_several()), (15, 3));
}

#[rstest]
#[case("", "line 1: nothing; expected a head line")]
#[case("a,b,c\n1,0,3\n", "line 1: no column `count`; expected a head line")]
#[case("count\n3\n", "line 1: a head line of another kind")]
#[case("a,count,b\n1,3,0\n", "line 1: a head line of another kind")]
#[case(
    "a,a,count\n1,0,3\n",
    "line 1: two lists with the name `a`; expected a name of its own"
)]
#[case(
    "a,,count\n1,0,3\n",
    "line 1: no name in column 2; expected a name for each list"
)]
#[case("a,b,count\n1,0\n", "line 2: 2 values; expected 3, as in the head line")]
#[case(
    "# note\na,b,count\n1,yes,4\n",
    "line 3: `yes` for a list; expected 1 (on it) or 0 (not on it)"
)]
#[case(
    "a,b,count\n1,0,4.5\n",
    "line 2: `4.5` as count; expected a whole number of persons"
)]
#[case("a,b,count\n1,0,-4\n", "line 2: `-4` as count; expected a whole number")]
#[case("a,b,count\n1,0,\n", "line 2: `` as count; expected a whole number")]
#[case("a,b,count\n0,0,4\n", "line 2: persons on no list; expected a list")]
#[case(
    "a,b,count\n1,0,4\n0,1,5\n1,0,6\n",
    "line 4: the same lists as in line 2; expected one line for each"
)]
#[case(
    "a,b,count\n1,0,999999\n0,1,2\n",
    "line 3: 1000001 persons up to here; expected at most 1000000"
)]
#[case(
    "a,b,count\n1,0,4294967295\n0,1,4294967295\n",
    "line 2: 4294967295 persons up to here"
)]
#[case(
    "a,b,count\n1,0,0\n",
    "line 1: no persons below it; expected lines with a count above 0"
)]
#[case("a,b,c,d,e,f,g,h,i,j,k,count\n", "line 1: 11 lists; expected at most 10")]
fn a_wrong_file_is_told_with_its_line(#[case] text: &str, #[case] said: &str) {
    let error = read(text).unwrap_err().to_string();
    assert!(error.starts_with(said), "{error}");
}

#[test]
fn a_table_of_figures_is_no_table_of_persons() {
    let figures =
        "# plan\nsource,year,area,form,count\npolice,2022,Heemstede,sexual,1\ncare,2022,Heemstede,sexual,4\n";
    let error = read(figures).unwrap_err().to_string();
    assert!(
        error.starts_with("line 2: numbers per source and area"),
        "{error}"
    );
}
