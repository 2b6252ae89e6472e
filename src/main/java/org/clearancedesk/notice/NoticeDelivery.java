package org.clearancedesk.notice;

/** One audience of a notice, and where its link leads. */
record NoticeDelivery(Audience audience, LinkTarget link) {}
