# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# ---- list ----
signals-title = Signalen
signals-open = Open
signals-closed = Gesloten
signals-which = Welke signalen
signals-step = Stap
signals-step-all = Alle stappen
signals-filter = Toon
signals-caption-open = Open signalen, het eerste dat iets nodig heeft bovenaan
signals-caption-closed = Gesloten signalen, het laatst geslotene bovenaan
signals-column-due = Uiterlijk
signals-column-closed = Gesloten op
signals-column-signal = Signaal
signals-column-step = Stap
signals-column-marks = Kenmerken
signals-column-owner = Van
signals-waiting = wacht op antwoord
signals-empty-open = Geen open signalen.
signals-empty-open-more = Alles wat hier lag, is afgehandeld of ligt bij een andere stap.
signals-empty-closed = Geen gesloten signalen.
signals-empty-closed-more = Een gesloten signaal blijft hier te vinden tot de bewaartermijn om is.
signals-next = Volgende 50
signals-pages = Bladeren
signals-minor = Minderjarig
signals-first = Terug naar het begin

# ---- head ----
signal-late = { $days ->
    [one] 1 dag te laat
   *[other] { $days } dagen te laat
}
signal-due-today = Vandaag
signal-acute = Acuut
signal-urgent = Spoed
signal-owner = Van
signal-next-date = Volgende datum
signal-closed-on = Gesloten op
signal-open-since = Open sinds
signal-open-days = { $days ->
    [0] vandaag
    [one] 1 dag
   *[other] { $days } dagen
}
signal-reports = Meldingen
signal-confirmation = Bevestigd
signal-breadcrumb = Kruimelpad
signal-what-now-jump = Wat nu?
signal-nobody = niemand

signal-minor = Minderjarig: { $answer }
signal-minor-yes = ja
signal-minor-no = nee
signal-minor-unknown = onbekend
signal-restricted-badge = Gebruik beperkt
signal-restricted = Het gebruik van dit signaal is beperkt
signal-restricted-text = Een betrokkene vroeg dat. Het signaal blijft bewaard, maar gebruik of deel het niet. Acuut gevaar melden, zorg vragen, intrekken en afronden wat al loopt kan wel.
signal-rectified = Rectificatie op verzoek van de betrokkene, { $date }
signal-minor-warning = Er is mogelijk een minderjarige bij betrokken. Overweeg altijd Veilig Thuis. Neem nooit uit uzelf contact op met de ouders. Dwang hoeft niet te worden aangetoond.

signal-sentence-register = Wordt uitgewerkt door { $owner }, uiterlijk { $date }.
signal-sentence-enrich = Wordt verrijkt, uiterlijk { $date }.
signal-sentence-gate = Wacht op het besluit of bronnen mogen worden bevraagd, uiterlijk { $date }.
signal-sentence-body = Wacht op een besluit in het overleg van { $date } ({ $body }).
signal-sentence-decide = Wacht op een besluit bij { $step }, uiterlijk { $date }.
signal-sentence-feedback = { $due ->
    [0] Iedereen heeft antwoord. Dit signaal kan worden gesloten.
    [one] Eén melder wacht op terugkoppeling, uiterlijk { $date }.
   *[other] { $due } melders wachten op terugkoppeling, uiterlijk { $date }.
}
signal-sentence-feedback-strands = { $open ->
    [one] Iedereen heeft antwoord. Er loopt nog één overdracht, actie of casus.
   *[other] Iedereen heeft antwoord. Er lopen nog { $open } overdrachten, acties of casussen.
}
signal-sentence-step = Ligt bij { $step }, uiterlijk { $date }.
signal-sentence-waiting-task = Wacht op { $who } tot { $date }: { $what }
signal-sentence-waiting-inspection = Wacht op de controle door { $who } tot { $date }.
signal-sentence-waiting = Wacht op een antwoord tot { $date }.
signal-sentence-late = Dat is { $days ->
    [one] 1 dag
   *[other] { $days } dagen
} geleden.
signal-sentence-closed = Gesloten op { $date } door { $who }.

# ---- route ----
signal-route = De route van dit signaal
signal-route-done = Gedaan:
signal-route-now = Nu:
signal-route-skipped = Overgeslagen:
signal-route-todo = Nog niet:
signal-route-since = nu hier, sinds { $date }
signal-route-waiting = wacht sinds { $date }
signal-route-times = { $times ->
    [2] tweede keer
    [3] derde keer
    [4] vierde keer
   *[other] { $times } keer
}
signal-route-not-needed = niet nodig geweest

# ---- what we know ----
signal-know = Wat we weten
signal-know-empty = Er is nog geen waarneming opgeschreven.
signal-add-observation = Voeg een waarneming toe
signal-observation = Waarneming
signal-observation-by = { $observed }, door { $observer }
signal-observation-first-hand = zelf gezien
signal-observation-hearsay = van horen zeggen
signal-observation-written = opgeschreven op { $date } door { $who }
signal-read-observation = Lees de waarneming ({ $words ->
    [one] 1 woord
   *[other] { $words } woorden
})
signal-note = Verrijking uit { $source }
signal-read-note = Lees de notitie ({ $words ->
    [one] 1 woord
   *[other] { $words } woorden
})
signal-add-note = Voeg een notitie toe
signal-notes = Verrijking
signal-think = Wat we denken
signal-think-empty = Er is nog geen duiding.
signal-change-assessment = Wijzig de duiding
signal-make-assessment = Maak de duiding
signal-form = Vorm
signal-indicators = Aanwijzingen
signal-indicators-none = geen aangekruist
signal-lists = Lijsten: { $versions }
signal-urgency = Spoed
signal-urgency-normal = gewoon
signal-urgency-high = spoed
signal-minor-label = Minderjarig
signal-about = Gaat over
signal-about-unclear = nog niet duidelijk
signal-about-person = een persoon
signal-about-location = een plaats of bedrijf
signal-grades = Bron en inhoud
signal-source-grade-unknown = bron: niet te zeggen
signal-source-grade-reliable = bron: betrouwbaar
signal-source-grade-mostly = bron: meestal betrouwbaar
signal-source-grade-unreliable = bron: niet betrouwbaar
signal-information-grade-unknown = inhoud: niet te zeggen
signal-information-grade-seen = inhoud: door de bron gezien
signal-information-grade-confirmed = inhoud: gehoord en bevestigd
signal-information-grade-hearsay = inhoud: van horen zeggen
signal-place = Plaats
signal-confirmed-open = nog niet te zeggen
signal-confirmed-confirmed = bevestigd
signal-confirmed-not-confirmed = niet bevestigd
signal-confirmed-not-for-us = niet aan ons om te zeggen
signal-assessed-by = { $date }, door { $who }
signal-read-explanation = Lees de uitleg ({ $words ->
    [one] 1 woord
   *[other] { $words } woorden
})
signal-earlier-assessments = Eerdere duidingen ({ $count })
signal-earlier-assessment = { $date }, { $who }: { $forms }
signal-subjects = Over wie en wat
signal-subjects-empty = Er staat nog geen adres, bedrijf, voertuig of persoon bij.
signal-add-subject = Voeg iets toe
signal-subject-address = Adres
signal-subject-company = Bedrijf
signal-subject-vehicle = Voertuig
signal-subject-phone = Telefoon
signal-subject-website = Website of advertentie
signal-subject-person = Persoon
signal-part-unknown = rol niet bekend
signal-part-possible-victim = mogelijk slachtoffer
signal-part-suspect = verdachte
signal-part-both = mogelijk slachtoffer en verdachte
signal-part-involved = op een andere manier betrokken
signal-persons = Personen ({ $count })
signal-subject-why = Staat hier omdat: { $reason }
signal-subject-struck = Telt niet meer: { $reason }
signal-strike = Haal door
signal-report-list = Meldingen
signal-report-from = Melding van { $who }
signal-report-facts = { $date }, via { $channel }
signal-report-unlinked = Uit dit signaal gehaald: { $reason }
signal-unlink = Haal uit dit signaal
signal-report-count = { $count ->
    [one] Dit signaal komt uit 1 melding.
   *[other] Dit signaal komt uit { $count } meldingen.
}
signal-feedback = Terugkoppeling
signal-feedback-receipt = Bericht van ontvangst
signal-feedback-outcome = Bericht over de uitkomst
signal-feedback-due = te geven, uiterlijk { $date }
signal-feedback-given = gegeven op { $date }, { $way }
signal-feedback-withheld = niet gegeven op { $date }: { $reason }
signal-feedback-not-owed = geen terugkoppeling: { $reason }
signal-read-feedback = Lees het bericht
signal-way-online = in het programma of met de code van de melder
signal-way-mail = per mail
signal-way-phone = per telefoon
signal-way-in-person = in een gesprek
signal-way-letter = per brief
signal-gate-granted = Ja, op grond van { $ground }
signal-gate-refused = Nee

# ---- what now ----
signal-now = Wat nu
signal-now-nothing = U kunt dit signaal lezen. Voor u is er nu niets te doen.
signal-now-closed = Dit signaal is gesloten. Komt er iets nieuws? Dan wordt het een nieuw signaal.
signal-not-yet = Kan nog niet. { $reason }
signal-act-gate = Besluit over bevragen
signal-act-move-on = Naar { $step }
signal-act-move-on-body-why = Daarna besluit het overleg op { $date }.
signal-act-move-on-none = Ga verder
signal-act-decide = Neem een besluit
signal-act-decide-body = Besluit van het overleg
signal-act-decide-why = Keuzes: { $outcomes }.
signal-act-meeting = Naar het overleg
signal-act-feedback = Koppel terug aan { $who }
signal-act-feedback-receipt-why = Bericht van ontvangst, uiterlijk { $date }.
signal-act-feedback-outcome-why = Bericht over de uitkomst, uiterlijk { $date }.
signal-act-withhold-short = Of geef geen terugkoppeling, met reden
signal-act-close = Sluit dit signaal
signal-act-close-why = Bevestigd of niet, en wat eruit kwam, zijn twee vragen.
signal-act-send-back = Stuur terug naar het overleg
signal-act-send-back-why = Bijvoorbeeld als een overdracht is geweigerd.
signal-act-care = Vraag zorg aan
signal-act-care-why = Kan altijd; wacht niet op een besluit.
signal-act-acute = Acuut gevaar: naar { $partner }
signal-act-acute-why = Bel bij direct gevaar eerst 112.
signal-act-hand-over = Bied aan partners aan
signal-act-share = Mag ik dit delen?
signal-act-share-why = Vraag het eerst. Hier maakt u ook het pakket dat de deur uit gaat.
signal-act-owner = Geef aan een ander

# ---- not possible ----
signal-late-title = Iemand was u voor
signal-late-first = Het laatste wat gebeurde, op { $when }: { $what }
signal-late-now = Uw formulier is niet verwerkt. Kijk eerst hoe het signaal er nu voor staat.
signal-late-kept = Wat u had opgeschreven
signal-back = Naar het signaal
signal-blocked-title = Dit kan nu niet
signal-blocked-now = Er is niets veranderd.

# ---- done ----
done-signal-moved = { $number } is een stap verder.
done-signal-observed = De waarneming staat bij { $number }.
done-signal-assessed = De duiding van { $number } is vastgelegd.
done-signal-subject = Het staat bij { $number }.
done-signal-struck = Het is doorgehaald en blijft zichtbaar.
done-signal-unlinked = De melding is uit dit signaal gehaald. Zij staat weer bij de nieuwe meldingen.
done-signal-note = De notitie staat bij { $number }.
done-signal-owner = { $number } is van iemand anders.
done-signal-gate = Het besluit over bevragen is vastgelegd.
done-signal-decided = Het besluit over { $number } is vastgelegd.
done-signal-acute = { $number } is met spoed overgedragen. Bel ook zelf.
done-signal-care = De zorgcoördinator is gevraagd.
done-signal-handed-over = { $number } is aangeboden.
done-signal-feedback = De terugkoppeling is vrijgegeven en vastgelegd.
done-signal-withheld = Vastgelegd dat er geen terugkoppeling wordt gegeven.
done-signal-sent-back = { $number } ligt weer bij het overleg.
done-signal-closed = { $number } is gesloten.
done-signal-again = Dit was al verwerkt. Er is niets dubbel gedaan.
done-strand-accept = Vastgelegd dat het is aangenomen.
done-strand-refuse = Vastgelegd dat het is geweigerd.
done-strand-finish = Vastgelegd. Dank u wel.
done-strand-withdraw = Het is ingetrokken.
done-strand-number = Het kenmerk is vastgelegd.
done-strand-note = Vastgelegd dat u het antwoord las.

signal-reporter-who-resident = een inwoner
signal-reporter-who-chain-partner = een ketenpartner
signal-reporter-who-official = een ambtenaar
signal-reporter-who-enforcement = een handhaver
signal-reporter-who-anonymous = een anonieme melder

signal-way-sent = per mail, verstuurd door Meldroute
signal-who-looked = Wie keek naar dit signaal?
