-- At how many days before its end a window was last warned of; 0 where not yet.

ALTER TABLE deal ADD COLUMN warned INTEGER NOT NULL DEFAULT 0;
