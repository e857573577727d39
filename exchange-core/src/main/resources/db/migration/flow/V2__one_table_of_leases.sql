-- The watch takes its lease from hub.lease, like everything that must be single.
drop table hub.flow_lease;
