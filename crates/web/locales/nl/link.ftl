# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

link-title = Hoort misschien bij
link-lead = Dit heeft een feit gemeen. U beslist of het bij elkaar hoort.
link-more = { $count ->
    [one] Nog 1 dat er misschien bij hoort
   *[other] Nog { $count } die er misschien bij horen
}
link-fact-address = zelfde adres: { $words }
link-fact-phone = zelfde telefoonnummer: { $words }
link-fact-plate = zelfde kenteken: { $words }
link-fact-company = zelfde bedrijf: { $words }
link-fact-website = zelfde website: { $words }
link-fact-text = grotendeels dezelfde tekst
link-fact-thread = zelfde mailwisseling
link-add = Voeg toe aan { $number }
link-make = Maak één signaal van beide
link-no = Hoort er niet bij
link-no-why = Nee, met toelichting
link-no-reason = Waarom hoort het er niet bij?
link-common = Komt in veel meldingen voor ({ $fact }). Dat zegt weinig, dus u ziet geen lijst.
link-apart = { $count ->
    [one] 1 keer gezegd: hoort er niet bij
   *[other] { $count } keer gezegd: hoort er niet bij
}
link-back = Neem dit terug
done-link-back = Teruggenomen. U ziet het weer bij wat er misschien bij hoort.
done-link-apart = Onthouden: dit hoort niet bij elkaar. U ziet het pas weer als er een nieuw feit bijkomt.

link-elsewhere = Ook elders bekend?
link-elsewhere-yes = { $date }: ja, in { $name } komt ook een zelfde { $facts } voor. Neem contact op met hun meldpunt.
link-elsewhere-no = { $date }: nee, in { $name } is geen zelfde { $facts } bekend.
link-ask = Vraag of dit ook elders bekend is
link-ask-lead = U vraagt een andere gemeente of een feit uit deze melding daar ook voorkomt. Het antwoord is ja of nee; meer krijgt u niet te zien.
link-ask-whom = { $name }: over een zelfde { $facts }
link-ask-record = Uw vraag staat in het journaal van beide gemeenten. De andere gemeente ziet welk soort feit u vroeg, niet het feit zelf en niet deze melding.
link-ask-purpose = Waarvoor wilt u dit weten?
link-ask-purpose-hint = Bijvoorbeeld: bepalen of dit een zaak voor meer gemeenten is. Dit ziet alleen uw eigen gemeente.
link-ask-submit = Stel de vraag
link-error-purpose = Schrijf op waarvoor u dit wilt weten.
link-kind-address = adres
link-kind-phone = telefoonnummer
link-kind-plate = kenteken
link-kind-company = bedrijf
link-kind-website = website
link-word-or = of
link-word-and = en
done-link-asked = Gevraagd. Het antwoord staat bij de melding.
done-link-nothing = In deze melding staat geen feit waarnaar u mag vragen. Er is niets gevraagd.
