-- Where people live and what they report: a place for each slot of a wheel, a text for each part of a hundred. Expects the table bench_place
-- (name, lat, lon, municipality, population) and the municipalities that the server registers at its first start.

-- A wheel of 200,000 slots: a place has as many as it has a share of the people, so a random slot is a random inhabitant.
create temporary table bench_slot (slot int not null primary key, lat double, lon double, municipality char(4), spread double, name varchar(100))
select seq as slot, lat, lon, municipality, spread, name
from (select name, lat, lon, municipality,
             -- Degrees of latitude: 150 m for a village, 7 km for Stockholm.
             (150 + 6 * sqrt(population)) / 111195 as spread,
             floor(200000 * (sum(population) over line - population) / sum(population) over ()) as above,
             floor(200000 * sum(population) over line / sum(population) over ()) as upto
      from bench_place where municipality in (select code from municipality)
      window line as (order by population desc, name, lat rows unbounded preceding)) share
join seq_1_to_200000 on seq > above and seq <= upto;

create temporary table bench_kind (above int, upto int not null primary key, category varchar(40), title varchar(100), description varchar(1000));
insert into bench_kind values
    (0, 17, 'lighting', 'Gatlyktan är släckt', 'Lyktan har varit mörk i flera kvällar. Det går knappt att se var trottoaren slutar, och många barn går här till skolan på morgonen.'),
    (17, 31, 'road_other', 'Stort hål i gatan', 'Hålet är ungefär en halv meter brett och en decimeter djupt. Bilarna väjer ut i mötande körfält för att komma förbi.'),
    (31, 42, 'litter', 'Skräp vid busskuren', 'Papperskorgen är överfull sedan i helgen och det blåser skräp över hela gräsmattan. Fåglarna drar ut det på vägen.'),
    (42, 52, 'cycleway', 'Spricka i cykelbanan', 'En rot har lyft asfalten så att det har blivit en kant tvärs över hela banan. Jag såg en cyklist som nästan föll omkull.'),
    (52, 61, 'graffiti', 'Klotter på gångtunneln', 'Hela väggen på södra sidan är nedklottrad, och det luktar fortfarande färg. En del av orden är mycket grova.'),
    (61, 69, 'trees', 'Gren hänger över gångbanan', 'Efter stormen hänger en tjock gren i ansiktshöjd över gångbanan. Den ser ut att kunna falla när som helst.'),
    (69, 75, 'signs', 'Vägmärket är påkört', 'Stolpen lutar kraftigt och märket är vänt åt fel håll, så att man inte ser att det är väjningsplikt i korsningen.'),
    (75, 80, 'waste', 'Full återvinningsstation', 'Behållarna för papper och plast är fulla och folk ställer kassar bredvid. Det drar till sig råttor.'),
    (80, 84, 'winter', 'Inte sandat på gångvägen', 'Det är blankis i hela backen ned mot skolan. Två äldre personer har redan halkat i dag.'),
    (84, 88, 'playground', 'Trasig gunga', 'Kedjan har gått av på den ena gungan och ringen ligger på marken med vassa kanter uppåt.'),
    (88, 91, 'drain', 'Igensatt brunn', 'Vattnet blir stående över halva gatan så fort det regnar, eftersom brunnen är full av löv och grus.'),
    (91, 94, 'park', 'Nedsuttna bänkar i parken', 'Flera brädor har lossnat på bänkarna vid dammen. Skruvarna sticker upp och river sönder kläderna.'),
    (94, 97, 'signals', 'Trafiksignalen blinkar gult', 'Signalen i korsningen har blinkat gult sedan i går, och det är svårt att komma över i rusningen.'),
    (97, 100, 'other', 'Övergiven kundvagn', 'Vagnen har legat i diket i ett par veckor. Den syns dåligt i mörkret för den som cyklar.');

-- By the day on which a report was confirmed: when its answer and its solution are due, five and thirty working days later.
create temporary table bench_due (day date not null primary key, answer date not null, solve date not null)
select b.day, a.day as answer, s.day as solve from working_day b
join working_day a on a.number = b.number + 5 and a.working
join working_day s on s.number = b.number + 30 and s.working
where b.day between utc_date() - interval 5 year and utc_date() + interval 2 day;
