# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

dpia-title = DPIA
dpia-lead = Het programma vult in wat het zelf weet: uit de inrichting, het verwerkingsregister, de deelmatrix, de bewaartermijnen en de rollen. De rest vult u in. Verandert er iets, dan ziet u hier welke antwoorden verouderd zijn. Dit is geen juridisch advies: te bevestigen door FG/jurist.
dpia-outdated-count = { $count ->
    [0] Er is niets verouderd.
    [one] 1 antwoord is verouderd.
   *[other] { $count } antwoorden zijn verouderd.
  }
dpia-open-count = { $count ->
    [0] Er staat geen vraag meer open.
    [one] 1 vraag staat nog open.
   *[other] { $count } vragen staan nog open.
  }
dpia-first = Beantwoord de eerste
dpia-download = Download als JSON
dpia-download-hint = De JSON kunt u openen in de Invulhulp DPIA van het Rijk. Elke keer dat u een bestand haalt, komt in het journaal.
dpia-by = { $who }, { $date }
dpia-state-derived = afgeleid
dpia-state-open = open
dpia-state-answered = beantwoord
dpia-state-out-of-date = verouderd
dpia-level-low = laag
dpia-level-middle = midden
dpia-level-high = hoog
dpia-changed = Dit veranderde na het antwoord
dpia-was = Was
dpia-now = Is nu
dpia-new = Dit is nieuw
dpia-gone = Dit is weg
dpia-measures = Wat het programma ertegen doet
dpia-likelihood = Hoe groot is de kans?
dpia-impact = Hoe erg is het voor de betrokkene?
dpia-risk = Hoe groot is het risico?
dpia-remaining = Hoe groot is het risico dat overblijft?
dpia-remaining-hint = Met de maatregelen die hierboven staan. Blijft het hoog? Dan vraagt u eerst de Autoriteit Persoonsgegevens om advies (AVG art. 36).
dpia-why = Waarom?
dpia-answer = Uw antwoord
dpia-answer-hint = Noem geen namen van betrokkenen en geen signalen.
dpia-more = Wilt u iets toevoegen?
dpia-more-hint = Het programma weet het antwoord; het staat hieronder. Klopt het? Dan hoeft u niets in te vullen.
dpia-looked = Dit heb ik nagekeken
dpia-save = Leg dit antwoord vast
dpia-facts = Wat het programma weet
dpia-facts-lead = Dit komt uit de inrichting zoals die nu draait. Verandert hier iets, dan is het antwoord verouderd.
dpia-facts-all = Toon alle { $count } feiten
dpia-before = Eerdere antwoorden
dpia-only-looked = Alleen nagekeken.
dpia-error-text = Vul een antwoord in van hoogstens 20.000 tekens.
dpia-error-likelihood = Hoe groot is de kans? Kies een antwoord.
dpia-error-impact = Hoe erg is het voor de betrokkene? Kies een antwoord.
dpia-error-level = Hoe groot is het risico? Kies een antwoord.
dpia-error-remaining = Hoe groot is het risico dat overblijft? Kies een antwoord.
done-dpia-answered = Uw antwoord is vastgelegd.
today-news-dpia = { $count ->
    [one] 1 antwoord van de DPIA is verouderd.
   *[other] { $count } antwoorden van de DPIA zijn verouderd.
  }
