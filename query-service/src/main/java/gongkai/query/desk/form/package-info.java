/**
 * A form and its fields as values: what is asked, what was typed, what was wrong with it, and the same as JSON.
 * May use: Spring's maps.
 */
package gongkai.query.desk.form;
