# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2
#
# Files of a report.

report-file-unscanned = Not scanned for viruses.
report-file-unscanned-hint = Open a file only if you trust the report, and don’t send it on.
report-file-waiting = Being checked
report-file-waiting-hint = This file is still being scanned for viruses and cleaned. After that you can open the copy.
report-file-not-scanned = Not scanned for viruses
report-file-clean = No virus found on { $moment }
report-file-infected = Virus found: { $found }
report-file-infected-hint = There is no copy of this file. Don’t open it on an ordinary computer.
report-file-scan-again = Scan again
report-file-scan-no-scanner = No virus scanner is set up.
report-file-scan-out-of-reach = The virus scanner was out of reach.
report-file-scan-too-slow = The virus scanner did not answer in time.
report-file-scan-hung-up = The virus scanner hung up.
report-file-scan-too-large = The file is larger than the virus scanner takes.
report-file-scan-beyond-limits = The virus scanner could not look at the whole file: it exceeds a limit of the scanner.
report-file-scan-encrypted = The virus scanner can’t look into the file: it has a password.
report-file-scan-refused = The virus scanner could not read the file.
report-file-show = Show the photo
report-file-picture = Photo from the report: { $name }
report-file-original = Open the file as it came in
report-file-original-title = Open a file as it came in
report-file-original-lead = This file may give away who reported, and may hold a virus. Open it only if the copy is not enough. Your reason is recorded.
report-file-reason = Why is the copy not enough?
report-file-reason-hint = For example: the police ask where the photo was taken.
report-file-original-submit = Save the file
report-file-no-copy-empty = No copy: the file is empty.
report-file-no-copy-too-large = No copy: the file is too large.
report-file-no-copy-unpacks-too-large = No copy: the file becomes too large by unpacking.
report-file-no-copy-too-many-pixels = No copy: the photo is too large.
report-file-no-copy-too-many-parts = No copy: the file has too many parts.
report-file-no-copy-too-deep = No copy: the file has too many levels.
report-file-no-copy-encrypted = No copy: the file has a password.
report-file-no-copy-damaged = No copy: the file is damaged.
report-file-no-copy-old-office = No copy: this is an old Office file, or it has a password.
report-file-no-copy-other-picture = No copy: this kind of photo (such as HEIC of an iPhone) can’t be cleaned. Ask for the photo as JPEG: whoever took it can send it again as “Most Compatible”, or make a screenshot of it.
report-file-no-copy-video = No copy: a film can’t be cleaned, and can give away who made it.
report-file-no-copy-audio = No copy: sound can’t be cleaned, and a voice can give away who speaks.
report-file-no-copy-archive = No copy: packed files are not opened.
report-file-no-copy-markup = No copy: this is a web page, which may hold a program.
report-file-no-copy-mail = No copy: this is an e-mail as a file, with addresses in it.
report-file-no-copy-program = No copy: this is a program. Don’t open it.
report-file-no-copy-unknown = No copy: the kind of file is not known.
report-file-no-copy-failed = No copy: cleaning failed.
report-file-no-copy-not-made = No copy: none was made.
report-file-no-copy-no-wall = No copy: cleaning could not be done safely. Tell the administrator.
report-file-no-copy-infected = No copy: it holds a virus.
done-file-clean = The file was scanned: no virus found.
done-file-infected = A virus was found. The copy of the file can’t be opened any more.
done-file-not-scanned = The file could not be scanned. Try again later.
report-file-no-copy-several-pages = No copy: this scan (TIFF) has more pages. Ask for the scan as PDF.
report-file-who-opens = Only who may see who reported can open the file as it came. Ask the coordinator.
