# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

register-title = Verwerkingsregister
register-intro = Waarvoor de gemeente hier persoonsgegevens gebruikt (AVG artikel 30). Elke regel in het verwerkingslog wijst naar een activiteit hieronder. Dat u hier kijkt, staat in het journaal.
register-unconfirmed = { $count ->
    [one] 1 activiteit moet nog worden bevestigd door de FG of een jurist.
   *[other] { $count } activiteiten moeten nog worden bevestigd door de FG of een jurist.
}
register-officer = FG
register-uri = Adres van het register
register-version = versie { $version }, vanaf { $date }
register-parent = deel van { $name }
register-confidential = Vertrouwelijk
register-more = Grond, gegevens en bewaren
register-id = Naam in het log
register-controller = Verantwoordelijke
register-ground = Grond
register-subjects = Van wie
register-data = Welke gegevens
register-recipients = Wie ze krijgt
register-transfers = Buiten de Europese Unie
register-retention = Hoe lang
register-security = Beveiliging
register-log = Verwerkingslog
register-keep = { $count ->
    [one] Regels blijven 1 dag.
   *[other] Regels blijven { $count } dagen.
}
register-to-log = Regels van vandaag
basis-6-1a = Toestemming (AVG artikel 6 lid 1 onder a)
basis-6-1b = Overeenkomst (AVG artikel 6 lid 1 onder b)
basis-6-1c = Wettelijke plicht (AVG artikel 6 lid 1 onder c)
basis-6-1d = Vitaal belang (AVG artikel 6 lid 1 onder d)
basis-6-1e = Taak van algemeen belang (AVG artikel 6 lid 1 onder e)
basis-6-1f = Gerechtvaardigd belang (AVG artikel 6 lid 1 onder f)

processing-title = Verwerkingen
processing-intro = Wat met persoonsgegevens is gedaan, en waarvoor. Wie het deed, staat hier niet: dat staat in het journaal, met hetzelfde kenmerk. Dat u hier kijkt, staat er ook in.
processing-by-day = Per activiteit en dag
processing-activity = Activiteit
processing-all = Alle activiteiten
processing-day = Dag
processing-show = Toon deze dag
processing-by-person = Over één persoon
processing-person = Naam of BSN
processing-person-hint = Zoals de naam bij het signaal staat. Naamgenoten zijn niet uit elkaar te houden: kijk na wie bedoeld is. Een melder vindt u hier niet.
processing-error-person = Vul een naam of BSN in.
processing-find = Zoek verwerkingen
processing-none = Op deze dag is er niets.
processing-none-person = Over deze persoon is niets vastgelegd.
processing-caption = Verwerkingen, de nieuwste bovenaan
processing-caption-person = Verwerkingen van gegevens van deze persoon, de nieuwste bovenaan
processing-what = Wat
processing-subject = Betrokkene
processing-whole = de handeling zelf
processing-trace = Kenmerk
processing-refused = geweigerd
processing-subject-name = persoon
processing-subject-bsn = burger
processing-subject-report = melder

privacy-door-processing = Verwerkingen
privacy-door-text-processing = Wat met persoonsgegevens is gedaan en waarvoor, per dag of over één persoon.
privacy-door-register = Verwerkingsregister
privacy-door-text-register = Waarvoor de gemeente persoonsgegevens gebruikt, op welke grond en hoe lang.

decisions-title = Beslissingen
decisions-intro = Wat het programma besliste over wie wat mag. Iemand vraagt iets, en de regels zeggen ja of nee. U ziet de rol; wie het was, staat in het journaal, met hetzelfde kenmerk. Dat u hier kijkt, staat er ook in.
decisions-keep = { $count ->
    [one] Een beslissing blijft hier 1 dag staan.
   *[other] Een beslissing blijft hier { $count } dagen staan.
}
decisions-role = Rol
decisions-all-roles = Alle rollen
decisions-only-refused = Alleen wat is geweigerd
decisions-show = Toon deze beslissingen
decisions-none = Hierover is op deze dag niets beslist.
decisions-caption = Beslissingen, de nieuwste bovenaan
decisions-asked = Wat werd gevraagd
decisions-answer = Antwoord
decisions-allowed = mag
decisions-refused = geweigerd
decisions-program = het programma zelf
decisions-about-municipality = hele gemeente
decisions-about-report = melding
decisions-about-signal = signaal
decisions-about-strand = actie of overdracht
decisions-about-consult = adviesvraag
decisions-about-body = overleg
decisions-about-meeting = vergadering
decisions-about-person = account
decisions-about-claim = verzoek van een betrokkene
decisions-about-quarantined = apart gezet bericht
privacy-door-decisions = Beslissingen
privacy-door-text-decisions = Wat iemand mocht of niet mocht, per dag en rol, volgens de regels van het programma.
