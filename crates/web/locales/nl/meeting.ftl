# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# ---- list ----
meetings-title = Overleggen
meetings-next = Volgende vergadering: { $date }
meetings-none-planned = Er is nog geen vergadering gepland.
meetings-plan-on = Dag
meetings-plan-other = Plan een vergadering
meetings-planned = Gepland
meetings-held = Gehouden
meetings-state-planned = gepland
meetings-state-open = bezig
meetings-state-closed = gehouden
meetings-items = { $count ->
    [0] geen signalen
    [one] 1 signaal
   *[other] { $count } signalen
}
meetings-internal = Alleen voor de gemeente zelf; anderen komen als gast.
meetings-empty = U zit in geen enkel overleg.
meetings-empty-more = Bent u uitgenodigd als gast? Open dan de link in uw werklijst.
meetings-guest = Waar u gast bent
meetings-rhythm-as-planned = Alleen wanneer iemand het plant.
done-meeting-planned = De vergadering staat gepland, met wat er klaarlag.
meetings-exists = Er is al een vergadering op deze dag.
meetings-bad-date = Geef een dag vanaf vandaag, hoogstens een jaar vooruit.

# ---- agenda ----
agenda-title = Agenda
agenda-start = Start het overleg
agenda-continue = Ga verder met het overleg
agenda-print = Lijst om te printen
agenda-fill = Zet alles wat klaar is op de agenda
agenda-up = Hoger
agenda-remove = Haal af
agenda-empty = De agenda is leeg.
agenda-empty-more = Zet er iets op wat klaar is, of wacht tot een signaal zover is.
agenda-hidden = { $count ->
    [one] 1 signaal op de agenda is niet voor u.
   *[other] { $count } signalen op de agenda zijn niet voor u.
}
agenda-hidden-item = Niet voor u
agenda-ready = Klaar voor de agenda
agenda-ready-none = Alles wat klaar is, staat op de agenda.
agenda-first-time = Voor het eerst besproken
agenda-again = { $times ->
    [2] Tweede keer besproken
    [3] Derde keer besproken
   *[other] { $times } keer besproken
}
agenda-decided = Besloten: { $outcome }
agenda-held-over = Aangehouden: { $reason }
agenda-invite = Nodig een gast uit
agenda-close = Sluit de vergadering
agenda-close-blocked = { $count ->
    [one] Eén signaal heeft nog geen besluit.
   *[other] { $count } signalen hebben nog geen besluit.
}
agenda-seats = Wie zit erin
agenda-read-only = U kunt de agenda lezen. De voorzitter leidt de vergadering.
agenda-begun = Begonnen om { $time }
agenda-over = Gehouden van { $from } tot { $to }
agenda-decisions = Besluitenlijst
agenda-back = Naar de agenda

done-agenda-filled = De agenda is bijgewerkt.
done-agenda-removed = Van de agenda gehaald.
done-agenda-moved = De volgorde is gewijzigd.
done-agenda-invited = De gast is uitgenodigd en ziet alleen dit signaal.
done-agenda-closed = De vergadering is gesloten.
done-agenda-held-over = Aangehouden voor een volgende keer.

agenda-guest = Gast: { $name }
agenda-beside = Bij dit overleg
done-agenda-started = De vergadering is begonnen.

# ---- invite ----
invite-title = Nodig een gast uit
invite-intro = De gast ziet alleen dit signaal, tot en met { $date }. De uitnodiging wordt vastgelegd.
invite-guest = Wie?
invite-guest-none = Er is niemand met de rol gast. Een beheerder kan een gast toevoegen.
invite-signal = Bij welk signaal?
invite-reason = Waarom is deze gast nodig?
invite-submit = Nodig uit

# ---- printable ----
print-agenda-title = Agenda { $body }
print-decisions-title = Besluitenlijst { $body }
print-confidential = Vertrouwelijk
print-only-numbers = Deze lijst noemt alleen nummers, geen inhoud.
print-number = Nummer
print-outcome = Besluit
print-open = nog niet besproken
print-held-over = aangehouden
print-hidden = niet voor u

# ---- meeting mode ----
decide-progress = { $at } van { $total }
decide-progress-label = Besproken signalen
decide-keys = Sneltoetsen
decide-skip = Sla over
decide-stop = Stop
decide-know = Wat we weten
decide-think = Wat we denken
decide-last-time = Vorige keer
decide-last-time-quote = { $outcome }: “{ $reason }”
decide-new = Sinds de vorige keer
decide-new-none = Er is sinds de vorige keer niets bij gekomen.
decide-new-observation = Nieuwe waarneming
decide-new-assessment = Nieuwe duiding
decide-new-note = Nieuwe notitie uit { $source }
decide-new-strand = { $kind }: { $state }
decide-whole-signal = Heel het signaal
decide-decision = Besluit
decide-reason = Reden, in één regel
decide-submit = Leg besluit vast en ga door
decide-submit-last = Leg besluit vast
decide-hold-over = Houd aan voor een volgende keer
decide-hold-over-reason = Waarom aanhouden?
decide-hold-over-submit = Houd aan
decide-key-help = { $keys } kiest, Esc verlaat een veld, n slaat over.
decide-not-open = De vergadering is nog niet begonnen. Besluiten kan pas daarna.
decide-over = De vergadering is gesloten.
decide-read-only = U leest mee. Wie de vergadering leidt, legt het besluit vast.
decide-was-decided-by = Vastgelegd door { $who }.
decide-elsewhere = Dit signaal ligt niet meer bij dit overleg. Haal het van de agenda.
decide-next = Volgende

meeting-decided-first = { $who } was u voor en legde al een besluit vast. Uw besluit is niet verwerkt.

# ---- calendar ----
meetings-state-cancelled = afgezegd
meetings-proposed = Data volgens het ritme
meetings-propose = Plan
meetings-instead = Want { $date } is { $holiday }.
meetings-skip = Een keer overslaan? Plan de vergadering en zeg haar af, dan staat vast waarom.
holiday-new-years-day = nieuwjaarsdag
holiday-easter-monday = tweede paasdag
holiday-kings-day = koningsdag
holiday-liberation-day = bevrijdingsdag
holiday-ascension-day = hemelvaartsdag
holiday-whit-monday = tweede pinksterdag
holiday-christmas-day = eerste kerstdag
holiday-boxing-day = tweede kerstdag
agenda-day = Verzet of zeg af
agenda-cancelled = Afgezegd: { $reason }
agenda-reinstate = Houd de vergadering toch
day-title = Verzet of zeg af
day-intro = { $body }, { $date }.
day-move = Verzet naar een andere dag
day-move-more = De agenda gaat mee. Gasten mogen dan op de nieuwe dag meelezen.
day-on = Nieuwe dag
day-move-reason = Waarom verzetten?
day-move-submit = Verzet de vergadering
day-cancel = Zeg af
day-cancel-more = De signalen liggen weer klaar voor een volgende vergadering. Gasten zien niets meer.
day-cancel-reason = Waarom gaat het niet door?
day-cancel-submit = Zeg de vergadering af
day-begun = Dit kan alleen voordat de vergadering begint.
done-meeting-moved = De vergadering is verzet.
done-meeting-cancelled = De vergadering is afgezegd. De signalen liggen weer klaar.
done-meeting-reinstated = De vergadering gaat toch door. Maak de agenda opnieuw.

# ---- table ----
agenda-present = Aanwezig
agenda-table = Wie is er?
table-title = Wie is er?
table-quorum = Besluiten kan als er { $count } of meer leden zijn.
table-present = Leden op deze dag
table-member = Lid voor de gemeente
table-submit = Leg vast wie er is
table-substitutes = Iemand vervangt een lid
table-substitutes-more = De vervanger is lid tot en met deze dag, en leest wat het lid zou lezen. Een partner stuurt zelf een ander lid.
table-instead = Wie is er niet?
table-person = Wie komt in de plaats?
table-substitute = { $who } komt in plaats van { $instead }.
table-substitute-submit = Wijs de vervanger aan
done-meeting-attended = Vastgelegd wie er is.
done-meeting-substituted = De vervanger is aangewezen.

# ---- conflict of interest ----
agenda-aside = Is iemand betrokken bij een signaal?
aside-title = Iemand is betrokken
aside-intro = Wie zelf bij een zaak betrokken is, verlaat dit punt. Die persoon ziet vanaf nu niets meer van het signaal: niet in lijsten, niet bij zoeken, niet op papier.
aside-signal = Bij welk signaal?
aside-person = Wie?
aside-reason = Op welke manier betrokken?
aside-reason-hint = Kort. Bijvoorbeeld: familie van de eigenaar.
aside-submit = Houd deze persoon buiten het signaal
aside-out = Wie blijft er buiten
aside-in = Laat weer toe
aside-in-reason = Waarom mag het weer?
aside-in-submit = Laat weer toe
done-meeting-recused = Deze persoon ziet niets meer van het signaal.
done-meeting-readmitted = Deze persoon mag het signaal weer lezen.

# ---- why it stands on the agenda, and how long it took ----
agenda-cause-new = nieuw
agenda-cause-came-back = terug
agenda-cause-overdue = te lang open
agenda-cause-restricted = gebruik beperkt
agenda-minutes = { $count ->
    [0] minder dan een minuut
    [one] 1 minuut
   *[other] { $count } minuten
}
agenda-approve = Stel de besluitenlijst vast
done-agenda-approved = De besluitenlijst is vastgesteld.

# ---- decision list ----
print-approved = Vastgesteld door { $who }, { $date }.
print-draft = Concept. De voorzitter stelde deze lijst nog niet vast.
print-spent = Duur
print-others = Bij dit punt
print-out = { $count ->
    [one] 1 lid was er niet bij
   *[other] { $count } leden waren er niet bij
}
print-present = Wie was er
print-was-present = aanwezig
print-was-absent = afwezig
print-was-replaced = vervangen door { $name }
print-tasks = Wie doet wat
print-task = Wat
print-who = Wie
print-by = Voor

# ---- two people, and a line that drops ----
stand-decided = { $who } legde bij dit signaal al een besluit vast. Sla het over of herlaad het scherm.
decide-item-clock = bij dit signaal
decide-say-restored = Dit typte u eerder. Het is nog niet vastgelegd.
decide-say-unsent = Er is geen verbinding. Uw besluit is bewaard en gaat door zodra er weer verbinding is.

# ---- partners at the table ----
agenda-brought = Wat de gemeente u hiervan mag vertellen
decide-partners = Wat partners aan tafel hiervan weten
decide-partners-said = Wat partners zeggen
partners-title = Wat partners weten van { $number }
partners-intro = Elke partner krijgt alleen wat de deelregels toestaan, en alleen wat nodig is. Wie van de partner aan tafel zit en als aanwezig is vastgelegd, leest het zolang de vergadering duurt. Daarna niet meer.
partners-items = Wat krijgt deze partner?
partners-release = Geef vrij aan { $who }
partners-nothing = Er is niets dat deze partner mag weten.
partners-stays = Dit blijft hier
partners-read = Lees wat deze partner krijgt
partners-said = Antwoord:
partners-write = Schrijf het antwoord van deze partner op
partners-back = Naar het besluit
done-brought = Vrijgegeven voor deze vergadering.
brought-title = Over { $number }
brought-intro = Dit mag u weten zolang de vergadering van { $date } duurt en u als aanwezig bent vastgelegd. Neem niets mee zonder het te vragen.
brought-before = U zei al:
brought-said = Wat zegt u hierop?
brought-say-knows = Wij kennen dit
brought-say-knows-not = Wij kennen dit niet
brought-say-adds = Wij vullen aan
brought-say-takes-up = Wij pakken dit op
brought-say-refuses = Wij doen niet mee
brought-said-knows = Kent dit.
brought-said-knows-not = Kent dit niet.
brought-said-adds = Vult aan:
brought-said-takes-up = Pakt dit op.
brought-said-refuses = Doet niet mee:
brought-words = Toelichting
brought-words-hint = Wat u aanvult, uw eigen nummer als u het oppakt, of waarom u niet meedoet.
brought-conditions = Onder welke voorwaarden mag de gemeente dit gebruiken?
brought-conditions-hint = Zonder uw toestemming gaat uw aanvulling nergens heen.
brought-regime = Onder welke wet valt uw aanvulling?
brought-submit = Leg het antwoord vast
done-brought-replied = Het antwoord is vastgelegd.
done-brought-incomplete = Het antwoord is niet vastgelegd: kies een antwoord, en schrijf bij aanvullen of niet meedoen op wat of waarom.
