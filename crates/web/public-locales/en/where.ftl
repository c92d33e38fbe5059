# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

public-wrong = Error:
public-skip = Skip to content
public-leave = Leave this page
public-languages = Language
public-nothing-kept = This site sets no cookies and does not keep your internet address.
public-danger = Is there danger now?
public-danger-call = Call the emergency number at once. Day and night, free of charge.

where-to-title = Where can I report?
where-to-lead = Human trafficking means that someone forces or deceives another person to earn money from it: through work, sex or crime. Do you see or hear something like that, or does it happen to you? Below you can read who can help you.
where-to-unsure = You do not have to be sure. A suspicion is enough.
where-to-choose = Choose a municipality and a language.
where-to-call = Call
where-to-safe = Reading safely
where-to-safe-leave = Is someone watching? The button at the top opens an ordinary site at once.
where-to-safe-history = Your browser remembers which sites you visit. Use a private window, or clear the history afterwards. A call may show on the telephone bill.

wrong-not-found = This page does not exist
wrong-not-found-text = Check whether the address is right.
wrong-too-large = This is too large
wrong-too-large-text = Nothing was sent. Go back and make the text shorter or choose smaller photos.
wrong-malformed = We can not read this
wrong-malformed-text = Nothing was sent. Go back and try again.
wrong-broken = It does not work now
wrong-broken-text = Go back and try again in a few minutes. If it can not wait, call the police: 0900-8844.
