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
