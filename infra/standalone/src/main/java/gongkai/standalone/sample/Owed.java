package gongkai.standalone.sample;

/** What one unit owes, as the list of obligations shows it. */
record Owed(String id, String task, int row, String category, String unit, String unitName) {}
