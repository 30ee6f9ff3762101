/**
 * A form and its fields as values, with codes for all that is said: what is asked, what was typed, what was wrong with it, and the same as JSON.
 * May use: Spring's maps and messages.
 */
package gongkai.query.desk.form;
