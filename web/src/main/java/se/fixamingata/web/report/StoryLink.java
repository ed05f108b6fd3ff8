package se.fixamingata.web.report;

/** Another page of ours that a line of the story leads to. */
public record StoryLink(String address, String text) {}
