# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

dpia-title = DPIA
dpia-lead = The program fills in what it knows: from the configuration, the register of processing activities, the sharing matrix, the retention terms and the roles. You fill in the rest. When something changes, this page shows which answers are out of date. This is no legal advice: to be confirmed by the DPO or a lawyer. The DPIA itself is in Dutch.
dpia-outdated-count = { $count ->
    [0] Nothing is out of date.
    [one] 1 answer is out of date.
   *[other] { $count } answers are out of date.
  }
dpia-open-count = { $count ->
    [0] No question is open.
    [one] 1 question is open.
   *[other] { $count } questions are open.
  }
dpia-first = Answer the first one
dpia-download = Download as JSON
dpia-download-hint = The JSON opens in the national DPIA form (Invulhulp DPIA). Each time that you fetch a file stands in the journal.
dpia-by = { $who }, { $date }
dpia-state-derived = derived
dpia-state-open = open
dpia-state-answered = answered
dpia-state-out-of-date = out of date
dpia-level-low = low
dpia-level-middle = in between
dpia-level-high = high
dpia-changed = This changed after the answer
dpia-was = Was
dpia-now = Is now
dpia-new = This is new
dpia-gone = This is gone
dpia-measures = What the program does against it
dpia-likelihood = How likely is it?
dpia-impact = How bad is it for the person concerned?
dpia-risk = How great is the risk?
dpia-remaining = How great is the risk that remains?
dpia-remaining-hint = With the measures above. Does it stay high? Then the Autoriteit Persoonsgegevens must be consulted first (GDPR art. 36).
dpia-why = Why?
dpia-answer = Your answer
dpia-answer-hint = Name no persons concerned and no signals.
dpia-more = Do you want to add something?
dpia-more-hint = The program knows the answer; it stands below. Is it right? Then you need not fill in anything.
dpia-looked = I have looked this over
dpia-save = Record this answer
dpia-facts = What the program knows
dpia-facts-lead = This comes from the configuration as it runs now. When something changes here, the answer is out of date.
dpia-facts-all = Show all { $count } facts
dpia-before = Earlier answers
dpia-only-looked = Only looked over.
dpia-error-text = Fill in an answer of at most 20,000 characters.
dpia-error-likelihood = How likely is it? Choose an answer.
dpia-error-impact = How bad is it for the person concerned? Choose an answer.
dpia-error-level = How great is the risk? Choose an answer.
dpia-error-remaining = How great is the risk that remains? Choose an answer.
done-dpia-answered = Your answer has been recorded.
today-news-dpia = { $count ->
    [one] 1 answer of the DPIA is out of date.
   *[other] { $count } answers of the DPIA are out of date.
  }
