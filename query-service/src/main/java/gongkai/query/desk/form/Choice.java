package gongkai.query.desk.form;

/** What one may choose, and how it reads. */
public record Choice(String value, String label) {}
