-- Each record that says who owes an obligation. One table and one index tell which obligations there are, whose each ever
-- was, and from which record on.
CREATE TABLE assignment (
  jurisdiction text   NOT NULL,
  obligation   text   NOT NULL,
  position     bigint NOT NULL,
  unit         text   NOT NULL,
  PRIMARY KEY (jurisdiction, obligation, position)
);

-- What this view had applied; a generation that is built beside it has nothing yet.
INSERT INTO assignment (jurisdiction, obligation, position, unit)
SELECT record.ledger, record.subject, record.position,
  CAST(convert_from(record.record, 'UTF8') AS json) #>> '{data,assignment,unit}'
FROM obligation
JOIN view_record.record AS record ON record.subject = obligation.id
JOIN projection.view_place AS place
  ON place.view = 'obligation' AND place.ledger = record.ledger AND place.leaf >= record.leaf
WHERE record.type IN ('gongkai.ObligationAssigned.v1', 'gongkai.ObligationClarified.v1', 'gongkai.ObligationAmended.v1');

DROP TABLE obligation, unit_obligation;
