# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

search-title = Search
search-lead = Search in signals and reports. That you searched, and what you got to see, goes into the journal.
search-words = Words
search-words-hint = All words must occur.
search-submit = Search
search-error-words = Fill in one or more words
search-filling = The search index is still being filled. Something may be missing: search again in a minute.
search-signals = Signals
search-reports = Reports
search-none = Nothing found.
search-none-more = Try fewer or other words.
search-found = { $count ->
    [one] 1 found
   *[other] { $count } found
}
search-closed = closed
search-at-step = now at: { $step }
search-received = { $from }, received on { $date }
