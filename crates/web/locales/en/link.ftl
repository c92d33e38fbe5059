# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

link-title = May belong with
link-lead = These share a fact. You decide whether they belong together.
link-more = { $count ->
    [one] 1 more that may belong with it
   *[other] { $count } more that may belong with it
}
link-fact-address = same address: { $words }
link-fact-phone = same phone number: { $words }
link-fact-plate = same number plate: { $words }
link-fact-company = same company: { $words }
link-fact-website = same website: { $words }
link-fact-text = mostly the same text
link-fact-thread = same conversation by mail
link-add = Add to { $number }
link-make = Make one signal of both
link-no = Does not belong
link-no-why = No, with a reason
link-no-reason = Why does it not belong?
link-common = Occurs in many reports ({ $fact }). That says little, so you see no list.
link-apart = { $count ->
    [one] Said once: does not belong with it
   *[other] Said { $count } times: does not belong with it
}
link-back = Take this back
done-link-back = Taken back. You see it again among what may belong with it.
done-link-apart = Remembered: these do not belong together. You will see it again only when a new fact comes up.

link-elsewhere = Known elsewhere, too?
link-elsewhere-yes = { $date }: yes, the same { $facts } also occurs in { $name }. Contact their desk.
link-elsewhere-no = { $date }: no, the same { $facts } is not known in { $name }.
link-ask = Ask whether this is known elsewhere, too
link-ask-lead = You ask another municipality whether a fact of this report occurs there, too. The answer is yes or no; you see nothing more.
link-ask-whom = { $name }: about the same { $facts }
link-ask-record = Your question is in the journal of both municipalities. The other municipality sees what kind of fact you asked about, not the fact itself and not this report.
link-ask-purpose = What do you want to know this for?
link-ask-purpose-hint = For instance: to see whether this is a matter for more municipalities. Only your own municipality sees this.
link-ask-submit = Ask
link-error-purpose = Write what you want to know this for.
link-kind-address = address
link-kind-phone = phone number
link-kind-plate = number plate
link-kind-company = company
link-kind-website = website
link-word-or = or
link-word-and = and
done-link-asked = Asked. The answer stands with the report.
done-link-nothing = This report holds no fact that you may ask about. Nothing was asked.
