DROP TABLE notification_marks;
DROP TABLE notifications;
DROP TABLE mentions;
DROP TABLE comments;
