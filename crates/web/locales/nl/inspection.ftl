# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

inspection-card = De controle
inspection-purpose = Doel
inspection-kind = Soort controle
inspection-on = Dag van de controle
inspection-team = Wie gaat er van ons mee
inspection-addresses = Adressen
inspection-addresses-hint = Een adres per regel, in de volgorde van de ronde. Meer adressen zijn een reeks.
inspection-briefing = Wat moet iedereen weten?
inspection-briefing-hint = Bijvoorbeeld: verzamelen om 17.30 uur op het gemeentehuis, wie belt de tolk. Geen namen van mogelijke slachtoffers.
inspection-along = Partners die meegaan
inspection-power-of-own = Eigen bevoegdheid
inspection-uninvite = Gaat niet mee

inspection-plan = Plan de controle
inspection-plan-title = Plan de controle
inspection-plan-intro = Bevoegdheid en doel staan al vast. Wie meegaat, leest dit op de telefoon. Verandert u de adressen of wat iedereen moet weten? Nodig partners dan opnieuw uit.
inspection-plan-submit = Leg het plan vast
inspection-invite = Nodig een partner uit
inspection-invite-title = Nodig een partner uit voor de controle
inspection-invite-intro = De partner leest het plan en de adressen, en legt vast wat de eigen mensen vinden. De deelmatrix beslist of dat mag.
inspection-invite-submit = Nodig uit
inspection-partner = Welke partner?
inspection-partner-power = Op welke eigen bevoegdheid gaat deze partner mee?
inspection-partner-power-hint = Bijvoorbeeld: Arbeidsinspectie, Awb art. 5:15 en Arbeidsomstandighedenwet art. 24.
inspection-partner-holds-hint = Lees het doel en het plan na. Het adres telt altijd mee.
inspection-follow-up = Zet vervolg uit
inspection-follow-up-title = Zet vervolg uit na de controle
inspection-follow-up-what = Wat moet er gebeuren?
inspection-follow-up-hint = Bijvoorbeeld: last onder dwangsom, hercontrole over zes weken, gesprek met de eigenaar.
inspection-follow-up-submit = Zet uit

inspection-street = Naar de controle op straat
inspection-find = Leg een bevinding vast
inspection-address = Bij welk adres?
inspection-what = Wat vond u?
inspection-what-hint = Wat u zag en hoorde, niet wat u ervan denkt. Zonder bereik kunt u doorschrijven.
inspection-victims = Mogelijke slachtoffers
inspection-victims-not-seen = niet gezien
inspection-victims-seen = gezien, niet gesproken
inspection-victims-spoken = gezien en gesproken
inspection-photos-hint = Alleen wat nodig is. Hooguit { $count } foto’s, samen 30 MB. Ze worden verzegeld bewaard.
inspection-send = Verstuur de bevinding
inspection-say-sent = Verstuurd bij
inspection-again = Leg nog een bevinding vast
inspection-back = Terug naar de controle
inspection-findings = Wat er is gevonden
inspection-findings-none = Nog niets.
inspection-found-by = { $who }, { $when }
inspection-read-finding = Lees de bevinding
inspection-photo = Foto { $number }

done-inspection-planned = Het plan is vastgelegd.
done-inspection-invited = De partner is uitgenodigd.
done-inspection-uninvited = De partner gaat niet mee.
done-inspection-follow-up = Het vervolg is uitgezet.
done-inspection-found = De bevinding is vastgelegd.
