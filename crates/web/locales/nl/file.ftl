# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2
#
# Bestanden bij een melding.

report-file-unscanned = Niet op virussen gecontroleerd.
report-file-unscanned-hint = Open een bestand alleen als u de melding vertrouwt, en stuur het niet door.
report-file-waiting = Wordt nagekeken
report-file-waiting-hint = Dit bestand wordt nog op virussen gecontroleerd en opgeschoond. Daarna kunt u de kopie openen.
report-file-not-scanned = Niet op virussen gecontroleerd
report-file-clean = Geen virus gevonden op { $moment }
report-file-infected = Virus gevonden: { $found }
report-file-infected-hint = Van dit bestand is geen kopie. Open het niet op een gewone computer.
report-file-scan-again = Controleer opnieuw
report-file-scan-no-scanner = Er is geen virusscanner ingesteld.
report-file-scan-out-of-reach = De virusscanner was niet bereikbaar.
report-file-scan-too-slow = De virusscanner gaf niet op tijd antwoord.
report-file-scan-hung-up = De virusscanner brak het gesprek af.
report-file-scan-too-large = Het bestand is groter dan de virusscanner aanneemt.
report-file-scan-beyond-limits = De virusscanner kon niet het hele bestand bekijken: het gaat over een grens van de scanner.
report-file-scan-encrypted = De virusscanner kan niet in het bestand kijken: er zit een wachtwoord op.
report-file-scan-refused = De virusscanner kon het bestand niet lezen.
report-file-show = Toon de foto
report-file-picture = Foto uit de melding: { $name }
report-file-original = Open het bestand zoals het binnenkwam
report-file-original-title = Bestand openen zoals het binnenkwam
report-file-original-lead = Dit bestand kan verraden wie de melder is, en het kan een virus bevatten. Open het alleen als de kopie niet genoeg is. Uw reden wordt vastgelegd.
report-file-reason = Waarom is de kopie niet genoeg?
report-file-reason-hint = Bijvoorbeeld: de politie vraagt waar de foto is gemaakt.
report-file-original-submit = Bewaar het bestand
report-file-no-copy-empty = Geen kopie: het bestand is leeg.
report-file-no-copy-too-large = Geen kopie: het bestand is te groot.
report-file-no-copy-unpacks-too-large = Geen kopie: het bestand wordt te groot bij het uitpakken.
report-file-no-copy-too-many-pixels = Geen kopie: de foto is te groot.
report-file-no-copy-too-many-parts = Geen kopie: het bestand heeft te veel onderdelen.
report-file-no-copy-too-deep = Geen kopie: het bestand zit te diep in elkaar.
report-file-no-copy-encrypted = Geen kopie: op het bestand zit een wachtwoord.
report-file-no-copy-damaged = Geen kopie: het bestand is beschadigd.
report-file-no-copy-old-office = Geen kopie: dit is een oud Office-bestand, of er zit een wachtwoord op.
report-file-no-copy-other-picture = Geen kopie: dit soort foto (zoals HEIC van een iPhone) kan niet worden opgeschoond. Vraag de foto als JPEG: wie hem maakte, kan hem opnieuw sturen met ‘Meest compatibel’, of er een schermafdruk van maken.
report-file-no-copy-video = Geen kopie: een film kan niet worden opgeschoond, en kan verraden wie hem maakte.
report-file-no-copy-audio = Geen kopie: geluid kan niet worden opgeschoond, en een stem kan verraden wie er spreekt.
report-file-no-copy-archive = Geen kopie: ingepakte bestanden worden niet geopend.
report-file-no-copy-markup = Geen kopie: dit is een webpagina, en daar kan een programma in zitten.
report-file-no-copy-mail = Geen kopie: dit is een e-mail als bestand, met adressen erin.
report-file-no-copy-program = Geen kopie: dit is een programma. Open het niet.
report-file-no-copy-unknown = Geen kopie: het soort bestand is niet bekend.
report-file-no-copy-failed = Geen kopie: het opschonen is mislukt.
report-file-no-copy-not-made = Geen kopie: er is er geen gemaakt.
report-file-no-copy-no-wall = Geen kopie: het opschonen kon niet veilig. Zeg het tegen de beheerder.
report-file-no-copy-infected = Geen kopie: er zit een virus in.
done-file-clean = Het bestand is gecontroleerd: geen virus gevonden.
done-file-infected = Er is een virus gevonden. Van het bestand is geen kopie meer te openen.
done-file-not-scanned = Het bestand kon niet worden gecontroleerd. Probeer het later opnieuw.
report-file-no-copy-several-pages = Geen kopie: deze scan (TIFF) heeft meer bladzijden. Vraag de scan als PDF.
report-file-who-opens = Alleen wie de gegevens van de melder mag zien, kan het bestand openen zoals het binnenkwam. Vraag het de coördinator.
