# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

search-title = Zoeken
search-lead = Zoek in signalen en meldingen. Dat u zocht en wat u te zien kreeg, komt in het logboek.
search-words = Woorden
search-words-hint = Alle woorden moeten voorkomen.
search-submit = Zoek
search-error-words = Vul een of meer woorden in
search-filling = Het zoekregister wordt nog gevuld. Er kan iets ontbreken: zoek over een minuut opnieuw.
search-signals = Signalen
search-reports = Meldingen
search-none = Niets gevonden.
search-none-more = Probeer minder of andere woorden.
search-found = { $count ->
    [one] 1 gevonden
   *[other] { $count } gevonden
}
search-closed = gesloten
search-at-step = nu bij: { $step }
search-received = { $from }, binnen op { $date }
