# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

history-title = Verloop
history-nobody = Het programma
history-destroyed = Er gebeurde iets op deze dag ({ $event }). De inhoud is vernietigd en kan niet meer worden gelezen.
history-signal-registered = { $who } maakte dit signaal uit { $reports ->
    [one] één melding.
   *[other] { $reports } meldingen.
}
history-report-linked = { $who } voegde een melding toe.
history-apart-taken-back = { $who } nam terug dat { $number } er niet bij hoort.
history-kept-apart = { $who } legde vast dat { $number } er niet bij hoort.
history-report-unlinked = { $who } haalde een melding uit dit signaal.
history-moved-on = Het signaal ging van { $from } naar { $to }.
history-gate-granted = { $who } besloot dat bronnen bevraagd mogen worden, op grond van: { $ground }
history-gate-refused = { $who } besloot dat er geen bronnen bevraagd worden.
history-decided-body = Besluit van { $body }: { $outcome }. Vastgelegd door { $who }.
history-decided = { $who } besloot: { $outcome }.
history-strand-task = { $to } kreeg een actie: { $what }
history-strand-inspection = { $to } kreeg een controle: { $what }
history-strand-hand-over = Aangeboden aan { $to }.
history-strand-other-department = Aangeboden aan een andere afdeling.
history-strand-care = De zorgcoördinator bij { $to } is gevraagd.
history-strand-intervention = { $to } kreeg een interventie: { $what }
history-strand-case = Aangeboden als casus bij { $to }.
history-stepped-accept = { $kind }: aangenomen. Vastgelegd door { $who }.
history-stepped-refuse = { $kind }: geweigerd. Vastgelegd door { $who }.
history-stepped-finish = { $kind }: klaar. Vastgelegd door { $who }.
history-stepped-withdraw = { $kind }: ingetrokken door { $who }.
history-stepped-number = { $kind }: kenmerk vastgelegd door { $who }.
history-stepped-note = { $kind }: antwoord gelezen door { $who }.
history-stepped-plan = { $kind }: gepland door { $who }.
history-stepped-invite = { $kind }: { $who } nodigde een partner uit, op eigen bevoegdheid.
history-stepped-uninvite = { $kind }: { $who } trok een uitnodiging in.
history-stepped-find = { $kind }: { $who } legde een bevinding vast.
history-stepped-follow-up = { $kind }: { $who } zette vervolg uit.
history-stepped-consent = { $kind }: { $who } legde een antwoord over toestemming vast.
history-stepped-reflect = { $kind }: { $who } legde de bedenktijd vast.
history-stepped-consider = { $kind }: { $who } legde vast of Veilig Thuis is overwogen.
history-marked-acute = { $who } droeg het signaal met spoed over aan { $partner }.
history-care-asked = { $who } vroeg zorg aan bij { $partner }.
history-feedback-given-receipt = { $who } gaf een bericht van ontvangst, { $way }.
history-feedback-given-outcome = { $who } koppelde de uitkomst terug, { $way }.
history-feedback-withheld-receipt = { $who } besloot geen bericht van ontvangst te geven.
history-feedback-withheld-outcome = { $who } besloot de uitkomst niet terug te koppelen.
history-sent-back = { $who } stuurde het signaal terug naar { $to }.
history-signal-closed = { $who } sloot het signaal: { $confirmation }.
history-owner-changed = { $who } gaf het signaal aan { $owner }.
history-observed = { $who } schreef een waarneming op.
history-assessed = { $who } maakte een duiding.
history-subject-added = { $who } voegde iets toe over wie of wat het gaat.
history-subject-struck = { $who } haalde iets door.
history-note-added = { $who } voegde een notitie toe uit { $source }.
history-query-written = { $who } schreef een vraag op aan { $register }.
history-query-decided = { $granted ->
    [yes] { $who } gaf toestemming voor een vraag aan { $register }.
   *[no] { $who } gaf geen toestemming voor een vraag aan { $register }.
}
history-query-withdrawn = { $who } trok een vraag in aan { $register }.
history-source-asked = { $who } bevroeg { $register }.
history-source-answered = { $register }: { $outcome }.
history-guest-invited = { $who } nodigde { $guest } uit voor een vergadering.
history-sharing-asked = { $who } vroeg of delen met { $to } mag. Het strengste antwoord: { $answer }.
history-item-marked = { $who } legde vast waar een gegeven heen mag: { $regime }.
history-pack-released = { $who } gaf { $count ->
    [one] 1 gegeven
   *[other] { $count } gegevens
  } vrij voor { $to }.
history-pack-opened = { $who } opende een pakket voor { $to }.
history-pack-withdrawn = { $who } trok een pakket voor { $to } in.
history-other = { $who } deed iets met dit signaal ({ $event }).
history-glass-broken = { $who } opende dit signaal in nood, zonder er zelf aan te werken.
history-glass-judged = { $justified ->
    [yes] { $who } vond de noodtoegang terecht.
   *[no] { $who } vond de noodtoegang niet terecht.
}
history-hold-set = { $who } stelde een bewaarplicht in.
history-hold-lifted = { $who } hief de bewaarplicht op.
history-kept-longer = { $who } houdt dit signaal langer, tot en met { $day }.
history-archive-exported = { $who } gaf dit signaal uit voor het archief.
history-claim-rectified = { $who } zette een rectificatie van een betrokkene naast dit signaal.
history-erasure-proposed = { $who } zette dit signaal op de lijst van wat weg mag, op verzoek van een betrokkene.
history-use-restricted = { $lifted ->
    [yes] { $who } hief de beperking van het gebruik op.
   *[no] { $who } beperkte het gebruik van dit signaal, op verzoek van een betrokkene.
}
history-recused = { $who } hield { $person } buiten dit signaal.
history-readmitted = { $who } liet { $person } weer toe.
history-invitations-moved = { $who } verzette de vergadering. Gasten mogen meelezen tot en met { $day }.
history-invitations-ended = { $who } zegde de vergadering af. Gasten lezen niet meer mee.
history-partner-replied = { $who } legde het antwoord van { $from } vast: { $said }.
