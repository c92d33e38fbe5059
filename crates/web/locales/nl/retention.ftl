# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

retention-title = Bewaren
retention-lead = Wat over zijn termijn is, komt op een lijst. Twee mensen keuren die goed. Daarna wordt het vernietigd.
retention-no-rules = Er zijn geen bewaarregels. Er wordt nooit iets voorgesteld om te vernietigen.
retention-no-rule = Voor hoe dit eindigde, is er geen bewaarregel. Het blijft staan.
retention-starts-later = De bewaartermijn begint als dit is afgerond.
retention-for-ever = Blijft altijd bewaard.
retention-until-destroy = Blijft tot en met { $day }. Daarna kan het worden vernietigd.
retention-until-anonymise = Blijft tot en met { $day }. Daarna kan de inhoud weg; wat wordt geteld, blijft.
retention-until-keep = Blijft altijd bewaard.
retention-unconfirmed = Te bevestigen door FG/jurist en archivaris

retention-lists = Lijsten
retention-lists-none = Er staat niets op een lijst. Wat over zijn termijn is, komt hier vanzelf.
retention-list = Lijst van wat weg mag
retention-list-of = Lijst van { $day }
retention-list-lead = Een lijst noemt nummers, regels en datums, nooit de inhoud.
retention-count = Aantal
retention-count-gone = Vernietigd
retention-turn = Wie is aan de beurt?
retention-when = Wanneer
retention-result = Wat ervan kwam
retention-nothing-went = Niets vernietigd
retention-state-proposed = Wacht op de coördinator
retention-state-approved = Wacht op de archivaris
retention-state-authorised = Goedgekeurd; wordt vannacht uitgevoerd
retention-state-done = Uitgevoerd

retention-held = Bewaarplicht
retention-held-lead = Zolang een bewaarplicht geldt, wordt het niet voorgesteld, goedgekeurd of vernietigd.
retention-held-none = Er geldt nergens een bewaarplicht.
retention-held-since = sinds { $day }

retention-certificates = Verklaringen van vernietiging
retention-certificates-none = Er is nog niets vernietigd.
retention-rules = Bewaarregels
retention-what = Wat
retention-term = Hoe lang
retention-basis = Grondslag
retention-then = Wat ermee gebeurt
retention-period-head = Termijn
retention-period = { $from } tot en met { $until }
retention-with-reports = { $count ->
    [one] { $name }, met één melding
   *[other] { $name }, met { $count } meldingen
}

retention-class-signal = Gesloten signaal
retention-class-report = Melding die geen signaal is
retention-class-advice = Afgesloten adviesvraag
retention-class-request = Beantwoord verzoek van een betrokkene
retention-class-quarantined = Bericht dat niet te lezen was
retention-confirmation-open = open
retention-confirmation-confirmed = bevestigd
retention-confirmation-not-confirmed = niet bevestigd
retention-confirmation-not-for-us = niet aan ons
retention-or = of
retention-with-case = met een casus
retention-without-case = zonder casus
retention-with-intervention = met een interventie
retention-without-intervention = zonder interventie
retention-length-days = { $count ->
    [one] 1 dag
   *[other] { $count } dagen
}
retention-length-months = { $count ->
    [one] 1 maand
   *[other] { $count } maanden
}
retention-length-years = { $count } jaar
retention-from-signal-closed = na het sluiten
retention-from-signal-last-strand-ended = na het einde van het laatste spoor
retention-from-signal-opened = na de registratie
retention-from-report-set-aside = na de beslissing dat het geen signaal is
retention-from-report-received = na de ontvangst
retention-from-advice-closed = na het afsluiten
retention-from-advice-opened = na de vraag
retention-from-request-answered = na het antwoord
retention-from-request-received = na de ontvangst
retention-from-quarantined-received = na de ontvangst
retention-end-destroy = daarna vernietigd
retention-end-anonymise = daarna blijft alleen wat wordt geteld
retention-end-keep = blijft altijd
retention-rule = Bewaarregel
retention-method = Manier
retention-method-destroy = Sleutels vernietigd en alles gewist
retention-method-anonymise = Sleutels vernietigd en alles gewist; wat wordt geteld, bleef zonder nummer en dag
retention-method-keep = Bewaard
retention-numbers = Nummers

retention-item-listed = Staat op de lijst
retention-item-kept = Blijft tot en met { $day }
retention-item-gone = Vernietigd
retention-stays-hold = Bleef staan: er geldt een bewaarplicht
retention-stays-rule-changed = Bleef staan: de regels zeggen nu iets anders
retention-stays-in-use = Bleef staan: er moet nog iets mee gebeuren
retention-stays-not-there = Was er al niet meer

retention-signed-owner = Goedgekeurd door { $who }, { $day }.
retention-signed-archivist = Vrijgegeven door { $who }, { $day }.
retention-returned = { $who } gaf de lijst terug: { $reason }
retention-approve-title = Mag dit weg?
retention-approve-lead = Wat u langer wilt houden, haalt u eerst van de lijst. Na u kijkt de archivaris. Vernietigen kan niet ongedaan worden gemaakt.
retention-approve = { $count ->
    [one] Keur goed dat dit weg mag
   *[other] Keur goed dat deze { $count } weg mogen
}
retention-same = U keurde deze lijst al goed. Iemand anders moet haar vrijgeven.
retention-authorise-title = Vrijgeven
retention-authorise-lead = De lijst wordt daarna uitgevoerd. Dat kan niet ongedaan worden gemaakt.
retention-authorise = { $count ->
    [one] Geef vrij om te vernietigen
   *[other] Geef deze { $count } vrij om te vernietigen
}
retention-back-title = Niet akkoord?
retention-back = Geef terug aan de coördinator
retention-back-reason = Waarom niet?
retention-reason-hint = Noem geen namen en geen inhoud. De lijst blijft altijd bewaard.
retention-keep = Houd langer
retention-keep-title = Houd langer: { $name }
retention-keep-lead = Dit gaat van de lijst. Na de dag die u kiest, komt het opnieuw op een lijst.
retention-keep-until = Tot en met welke dag?
retention-keep-until-hint = Een dag na vandaag.
retention-keep-reason = Waarom?
retention-keep-reason-hint = De reden staat in de geschiedenis, en gaat daarmee ook weg.
retention-stop = Stop

retention-hold = Bewaarplicht
retention-hold-stands = Sinds { $day }: { $reason }
retention-hold-set = Stel een bewaarplicht in
retention-hold-lift = Hef de bewaarplicht op
retention-hold-title = Bewaarplicht voor { $number }
retention-hold-lift-title = Bewaarplicht van { $number } opheffen
retention-this-advice = deze adviesvraag
retention-this-request = dit verzoek
retention-hold-lead = Doe dit als iets moet blijven, zoals voor een strafzaak, een bezwaar of een verzoek om inzage.
retention-hold-lift-lead = Is de termijn voorbij? Dan komt het daarna op de lijst van wat weg mag.
retention-hold-reason = Waarom?
retention-hold-reason-hint = De reden is te lezen voor wie dit mag lezen.

retention-certificate = Verklaring van vernietiging
retention-certificate-text = { $count ->
    [one] De gemeente { $place } vernietigde wat hieronder staat: één in totaal, op { $day }. Het is niet terug te halen.
   *[other] De gemeente { $place } vernietigde wat hieronder staat: { $count } in totaal, op { $day }. Het is niet terug te halen.
}
retention-certificate-proposed = Voorgesteld op
retention-certificate-owner = Goedgekeurd door de eigenaar van het proces
retention-certificate-archivist = Vrijgegeven door de archivaris
retention-certificate-by = { $who }, { $day }
retention-certificate-stayed = Op de lijst, maar gebleven
retention-certificate-copies = Reservekopieën van daarvoor
retention-certificate-backups = Volgens de regel van de gemeente weg vanaf { $day }. Wie er eerder een terugzet, vernietigt daarin hetzelfde.
retention-certificate-head = Kenmerk van het journaal bij regel { $entry }
retention-certificate-note = Deze verklaring noemt geen inhoud en blijft altijd bewaard.

done-retention-approved = Goedgekeurd. De archivaris is aan de beurt.
done-retention-authorised = Vrijgegeven. De lijst wordt vannacht uitgevoerd.
done-retention-back = Teruggegeven aan de coördinator.
done-retention-kept = Dit blijft langer.
done-retention-held = Er geldt nu een bewaarplicht.
done-retention-lifted = De bewaarplicht is opgeheven.
retention-error-until = Kies een dag na vandaag.
retention-error-reason = Schrijf op waarom.

refusal-list-not-now = De lijst is al verder. Kijk opnieuw.
refusal-list-same-person = U keurde deze lijst al goed. Iemand anders moet haar vrijgeven.
refusal-list-not-listed = Dit staat niet meer op de lijst.
refusal-list-empty = Er staat niets meer op de lijst.
refusal-list-changed = De lijst is veranderd sinds u keek. Kijk opnieuw.
refusal-list-hold-stands = Hiervoor geldt een bewaarplicht. Zolang die geldt, kan het niet weg.
refusal-list-in-use = Dit is nog niet afgerond. Sluit het eerst, of rond af wat nog loopt.
refusal-list-no-rule = Er is geen bewaarregel voor hoe dit eindigde.
refusal-list-held = Op de lijst staat iets met een bewaarplicht. Houd het langer, of geef de lijst terug.
