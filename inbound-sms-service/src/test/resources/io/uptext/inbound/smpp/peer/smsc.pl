# SPDX-License-Identifier: Apache-2.0
# An SMSC with Perl's Net::SMPP, driven as ScriptSmsc says.
use strict;
use warnings;
use IO::Select;
use JSON::PP;
use Net::SMPP;

$| = 1;
$SIG{PIPE} = 'IGNORE';

my $smsc = Net::SMPP->new_listen('127.0.0.1', port => 0) or die "cannot listen: $!";
my $ready = IO::Select->new($smsc, \*STDIN);
my $latest;
my %awaited;    # by session and sequence number
my $input = '';

sub say_json { print encode_json($_[0]), "\n" }

sub bound {
    my ($session) = @_;
    $latest = $session;
    say_json({ bound => JSON::PP::true });
}

sub ended {
    my ($session) = @_;
    $ready->remove($session);
    $session->close;
    for my $id (values %{ delete $awaited{$session} || {} }) {
        say_json({ id => $id, error => 'the session has ended' });
    }
    if (defined $latest && $latest == $session) {
        undef $latest;
        say_json({ bound => JSON::PP::false });
    }
}

# The module writes a value as it is where the tag has a name, and as a number where it has none.
sub name_of {
    my ($tag) = @_;
    my $known = Net::SMPP::param_tab->{$tag};
    return $known->{name} if $known;
    $Net::SMPP::param_by_name{"tag_$tag"} = $tag;
    return "tag_$tag";
}

sub deliver {
    my ($order) = @_;
    my $id = delete $order->{id};
    if (!defined $latest) {
        say_json({ id => $id, error => 'no ESME is bound' });
        return;
    }
    my @tlvs = map { (name_of($_->[0]), pack('H*', $_->[1])) } @{ delete $order->{tlvs} };
    my $text = pack('H*', delete $order->{short_message});
    my $sequence = $latest->deliver_sm(async => 1, %$order, short_message => $text, @tlvs);
    $awaited{$latest}{$sequence} = $id;
}

sub answered {
    my ($session, $pdu) = @_;
    my $id = delete $awaited{$session}{ $pdu->{seq} };
    say_json({ id => $id, status => $pdu->{status} }) if defined $id;
}

my %answers = (
    Net::SMPP::CMD_bind_receiver() => sub {
        my ($session, $pdu) = @_;
        $session->bind_receiver_resp(system_id => 'perl', seq => $pdu->{seq}, sc_interface_version => "\x34");
        bound($session);
    },
    Net::SMPP::CMD_bind_transceiver() => sub {
        my ($session, $pdu) = @_;
        $session->bind_transceiver_resp(system_id => 'perl', seq => $pdu->{seq}, sc_interface_version => "\x34");
        bound($session);
    },
    Net::SMPP::CMD_enquire_link() => sub { $_[0]->enquire_link_resp(seq => $_[1]->{seq}) },
    Net::SMPP::CMD_unbind() => sub {
        $_[0]->unbind_resp(seq => $_[1]->{seq});
        ended($_[0]);
    },
    Net::SMPP::CMD_deliver_sm_resp() => \&answered,
    Net::SMPP::CMD_generic_nack() => \&answered,
);

sub serve {
    my ($session) = @_;
    my $pdu = $session->read_pdu;
    if (!$pdu) {
        ended($session);
    } elsif (my $answer = $answers{ $pdu->{cmd} }) {
        $answer->($session, $pdu);
    } elsif (!($pdu->{cmd} & 0x80000000)) {
        $session->generic_nack(seq => $pdu->{seq}, status => 0x03);
    }
}

sub orders {
    sysread(STDIN, $input, 65536, length $input) or exit 0;
    deliver(decode_json($1)) while $input =~ s/^(.*)\n//;
}

say_json({ listening => $smsc->sockport + 0 });
while (1) {
    for my $handle ($ready->can_read) {
        if ($handle == $smsc) {
            my $session = $smsc->accept;
            $ready->add($session) if $session;
        } elsif ($handle == \*STDIN) {
            orders();
        } else {
            serve($handle);
        }
    }
}
