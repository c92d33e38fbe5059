# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

public-wrong = Fout:
public-skip = Naar de inhoud
public-leave = Verlaat deze pagina
public-languages = Taal
public-nothing-kept = Deze site plaatst geen cookies en bewaart uw internetadres niet.
public-danger = Is er nu gevaar?
public-danger-call = Bel meteen het alarmnummer. Dat kan dag en nacht en is gratis.

where-to-title = Waar kan ik melden?
where-to-lead = Mensenhandel is dat iemand een ander dwingt of misleidt om eraan te verdienen: met werk, seks of misdaad. Ziet of hoort u zoiets, of overkomt het u zelf? Hieronder leest u wie u kan helpen.
where-to-unsure = U hoeft niet zeker te zijn. Een vermoeden is genoeg.
where-to-choose = Kies een gemeente en een taal.
where-to-call = Bel
where-to-safe = Veilig lezen
where-to-safe-leave = Kijkt er iemand mee? De knop bovenaan opent meteen een gewone site.
where-to-safe-history = Uw browser onthoudt welke sites u bezoekt. Gebruik een privévenster, of wis daarna de geschiedenis. Een telefoontje blijft soms zichtbaar op de rekening.

wrong-not-found = Deze pagina bestaat niet
wrong-not-found-text = Kijk of het adres klopt.
wrong-too-large = Dit is te groot
wrong-too-large-text = Er is niets verstuurd. Ga terug en maak de tekst korter of kies kleinere foto’s.
wrong-malformed = Dit kunnen we niet lezen
wrong-malformed-text = Er is niets verstuurd. Ga terug en probeer het nog eens.
wrong-broken = Het lukt nu niet
wrong-broken-text = Ga terug en probeer het over een paar minuten nog eens. Kan het niet wachten, bel dan de politie: 0900-8844.
